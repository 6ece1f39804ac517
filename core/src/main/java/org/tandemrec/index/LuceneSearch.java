package org.tandemrec.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;

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
        LuceneCandidates candidates = new LuceneCandidates();
        for (LeafReaderContext leaf : reader.leaves()) {
            leafSearch.addTo(candidates, leaf, LuceneSelection.of(leaf, request.filter()));
            deadline.check();
        }
        return best(candidates);
    }

    private List<Hit> best(LuceneCandidates candidates) throws IOException {
        float lowest = candidates.scoreOf(request.k());
        LuceneIds ids = new LuceneIds(reader);
        List<Hit> hits = new ArrayList<>();
        for (int place = 0; place < candidates.size(); place++) {
            if (candidates.score(place) >= lowest) {
                hits.add(new Hit(ids.idOf(candidates.document(place)), candidates.score(place)));
            }
        }
        hits.sort(Hit.BEST_FIRST);
        return List.copyOf(hits.subList(0, Math.min(request.k(), hits.size())));
    }
}
