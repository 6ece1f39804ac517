package org.tandemrec.index;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene99.Lucene99HnswVectorsFormat;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;

/** One change of a Lucene index, from its first put to its commit, while nobody else may write. */
final class LuceneWriter implements AutoCloseable {
    /** Neighbours that the graph keeps for each item, twice as many on its lowest level. */
    private static final int NEIGHBOURS = 16;

    /** Candidates looked at for each item's neighbours when the graph is built. */
    private static final int BUILD_BREADTH = 200;

    private static final int MOST_BUFFER_MEGABYTES = 512;

    private final FileChannel lock;
    private final IndexWriter writer;
    private final boolean replacing;
    private long changed;

    private LuceneWriter(FileChannel lock, IndexWriter writer, boolean replacing) {
        this.lock = lock;
        this.writer = writer;
        this.replacing = replacing;
    }

    /**
     * Begins a change.
     *
     * @param replacing whether the commit replaces all that is in the directory
     */
    static LuceneWriter begin(IndexFolder folder, Directory directory, boolean replacing)
            throws IOException {
        FileChannel lock = folder.lock();
        try {
            IndexWriter writer = new IndexWriter(directory, configuration(replacing));
            return new LuceneWriter(lock, writer, replacing);
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private static IndexWriterConfig configuration(boolean replacing) {
        return new IndexWriterConfig()
                .setOpenMode(
                        replacing
                                ? IndexWriterConfig.OpenMode.CREATE
                                : IndexWriterConfig.OpenMode.APPEND)
                .setCodec(codec())
                .setCommitOnClose(false)
                .setUseCompoundFile(false)
                .setMergeScheduler(new SerialMergeScheduler())
                .setRAMBufferSizeMB(bufferMegabytes());
    }

    // In one buffer all items become one graph at once, with nothing to merge.
    private static double bufferMegabytes() {
        return Math.min(MOST_BUFFER_MEGABYTES, Runtime.getRuntime().maxMemory() / 4 / (1 << 20));
    }

    private static Codec codec() {
        KnnVectorsFormat format = new Lucene99HnswVectorsFormat(NEIGHBOURS, BUILD_BREADTH);
        return new Lucene104Codec() {
            @Override
            public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
                return format;
            }
        };
    }

    void put(List<IndexedItem> items) throws IOException {
        for (IndexedItem item : items) {
            writer.updateDocument(LuceneDocuments.idTerm(item.id()), LuceneDocuments.of(item));
        }
        changed += items.size();
    }

    void remove(Collection<String> ids) throws IOException {
        writer.deleteDocuments(ids.stream().map(LuceneDocuments::idTerm).toArray(Term[]::new));
        changed += ids.size();
    }

    /** Makes the change durable, with a label, as one segment where it is large. */
    void commit(Map<String, String> label) throws IOException {
        if (replacing || changed >= writer.getDocStats().numDocs / 10) {
            writer.forceMerge(1);
        }
        writer.setLiveCommitData(label.entrySet());
        writer.commit();
    }

    /** Ends the change; what was not committed is gone. */
    @Override
    public void close() throws IOException {
        try (lock) {
            writer.rollback();
        }
    }
}
