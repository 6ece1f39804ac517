package org.tandemrec.milvus;

import java.time.Duration;
import java.util.List;
import org.tandemrec.index.Deadline;
import org.tandemrec.index.DenseVector;
import org.tandemrec.index.ExactIndex;
import org.tandemrec.index.Hit;
import org.tandemrec.index.IndexException;
import org.tandemrec.index.IndexedItem;
import org.tandemrec.index.SearchRequest;
import org.tandemrec.index.VectorIndex;

/**
 * Judges a loaded collection before it becomes the active one: it must hold as many items as were
 * put, and answer about some of them as an exact index does.
 */
final class LoadCheck {
    private static final int QUERIES = 20;
    private static final int HITS = 10;

    /**
     * Of the exact answers, those that an approximate index must give. How near it comes is for
     * whoever tunes it to judge; this tells a broken one.
     */
    private static final double LEAST_FOUND = 0.5;

    private final CollectionCard card;
    private final Duration allowed;

    LoadCheck(CollectionCard card, Duration allowed) {
        this.card = card;
        this.allowed = allowed;
    }

    void count(long found, long expected) {
        if (found != expected) {
            throw new IndexException(
                    IndexException.Kind.CORRUPT,
                    "collection %s has %d items, expected the %d that were put; the active index is unchanged, run 'tandem index' again"
                            .formatted(card.collection(), found, expected));
        }
    }

    /** Compares the server's answers on a sample with exact ones. */
    void answers(LoadSample sample, CollectionSearch search) {
        List<IndexedItem> items = sample.items();
        try (VectorIndex exact = ExactIndex.inMemory(card.version(), card.dimension())) {
            exact.put(items);
            exact.commit();
            int step = Math.max(1, items.size() / QUERIES);
            int expected = 0;
            int matched = 0;
            for (int place = 0; place < items.size(); place += step) {
                DenseVector query = items.get(place).vector();
                List<Hit> right = exact.search(SearchRequest.nearest(query, HITS));
                List<Hit> given = search.search(query, HITS, sample.plan(), Deadline.in(allowed));
                expected += right.size();
                matched += (int) right.stream().filter(given::contains).count();
            }
            require(matched, expected, search.isExact());
        }
    }

    private void require(int matched, int expected, boolean exact) {
        if (matched < (exact ? 1 : LEAST_FOUND) * expected) {
            throw new IndexException(
                    IndexException.Kind.CORRUPT,
                    "collection %s gave %d of %d exact answers; the active index is unchanged, choose another 'index-type' or other parameters"
                            .formatted(card.collection(), matched, expected));
        }
    }
}
