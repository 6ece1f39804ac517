package org.tandemrec.index;

import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;

/** The documents of a reader that pass a filter, asked segment by segment. */
final class LuceneSelection {
    /** Empty where every document passes: asking Lucene for them takes microseconds. */
    private final Optional<Weight> weight;

    private LuceneSelection(Optional<Weight> weight) {
        this.weight = weight;
    }

    static LuceneSelection of(DirectoryReader reader, Filter filter) throws IOException {
        if (filter instanceof Filter.Everything) {
            return new LuceneSelection(Optional.empty());
        }
        IndexSearcher searcher = new IndexSearcher(reader);
        searcher.setQueryCache(null);
        Query query = searcher.rewrite(LuceneFilters.query(filter));
        return new LuceneSelection(
                Optional.of(searcher.createWeight(query, ScoreMode.COMPLETE_NO_SCORES, 1)));
    }

    /** A bit for each document of a segment, set where it passes and was not removed. */
    FixedBitSet of(LeafReaderContext leaf) throws IOException {
        FixedBitSet passed = passed(leaf);
        Bits live = leaf.reader().getLiveDocs();
        if (live != null) {
            live.applyMask(passed, 0);
        }
        return passed;
    }

    private FixedBitSet passed(LeafReaderContext leaf) throws IOException {
        FixedBitSet passed = new FixedBitSet(leaf.reader().maxDoc());
        if (weight.isEmpty()) {
            passed.set(0, passed.length());
            return passed;
        }
        Scorer scorer = weight.orElseThrow().scorer(leaf);
        if (scorer != null) {
            passed.or(scorer.iterator());
        }
        return passed;
    }
}
