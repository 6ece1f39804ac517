package org.tandemrec.index;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;

/** The ids of a reader's documents, for one thread that asks in ascending order. */
final class LuceneIds {
    private final IndexReader reader;
    private BinaryDocValues ids = DocValues.emptyBinary();
    private int first;
    private int end;

    LuceneIds(IndexReader reader) {
        this.reader = reader;
    }

    String idOf(int document) throws IOException {
        if (document >= end) {
            enterSegmentOf(document);
        }
        if (!ids.advanceExact(document - first)) {
            throw new IllegalStateException("document %d has no id".formatted(document));
        }
        return ids.binaryValue().utf8ToString();
    }

    private void enterSegmentOf(int document) throws IOException {
        LeafReaderContext leaf =
                reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        ids = leaf.reader().getBinaryDocValues(LuceneDocuments.ID);
        first = leaf.docBase;
        end = leaf.docBase + leaf.reader().maxDoc();
    }
}
