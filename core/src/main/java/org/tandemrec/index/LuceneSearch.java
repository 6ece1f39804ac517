package org.tandemrec.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;

/**
 * One search in one reader: each segment gives its candidates, the best of all of them are the
 * answer.
 */
final class LuceneSearch {
    private final DirectoryReader reader;
    private final SearchRequest request;
    private final LuceneLeafSearch leafSearch;
    private final Deadline deadline;

    LuceneSearch(
            DirectoryReader reader, SearchRequest request, SearchEffort effort, Deadline deadline) {
        this.reader = reader;
        this.request = request;
        this.leafSearch = new LuceneLeafSearch(request, effort, deadline);
        this.deadline = deadline;
    }

    List<Hit> hits() throws IOException {
        Weight filter = filter();
        LuceneCandidates candidates = new LuceneCandidates();
        for (LeafReaderContext leaf : reader.leaves()) {
            leafSearch.addTo(candidates, leaf, filter);
            deadline.check();
        }
        return best(candidates);
    }

    private Weight filter() throws IOException {
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        Query query = searcher.rewrite(LuceneFilters.query(request.filter()));
        return searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    private List<Hit> best(LuceneCandidates candidates) throws IOException {
        float lowest = candidates.scoreOf(request.k());
        List<Hit> hits = new ArrayList<>();
        for (int place = 0; place < candidates.size(); place++) {
            if (candidates.score(place) >= lowest) {
                hits.add(new Hit(idOf(candidates.document(place)), candidates.score(place)));
            }
        }
        hits.sort(Hit.BEST_FIRST);
        return List.copyOf(hits.subList(0, Math.min(request.k(), hits.size())));
    }

    private String idOf(int document) throws IOException {
        LeafReaderContext leaf =
                reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        BinaryDocValues ids = leaf.reader().getBinaryDocValues(LuceneDocuments.ID);
        ids.advanceExact(document - leaf.docBase);
        return ids.binaryValue().utf8ToString();
    }
}
