package org.tandemrec.evaluation.metrics;

/**
 * One user's ranking as the metrics see it: which ranks hold a relevant item. Every held-out item
 * of the user that could be ranked is relevant. Immutable.
 */
public final class RankedHits {
    private final boolean[] hits;
    private final int relevant;
    private final int firstHit;

    /**
     * A ranking beside the truth.
     *
     * @param hits for each rank of the shown list, best first, whether its item is relevant
     * @param relevant how many items are relevant, at least 1
     * @param firstHit the rank of the best relevant item among all that were ranked, from 1; may
     *     lie beyond the shown list
     */
    public RankedHits(boolean[] hits, int relevant, int firstHit) {
        if (relevant < 1 || firstHit < 1) {
            throw new IllegalArgumentException(
                    "%d relevant items, the first at rank %d, expected at least 1 of both"
                            .formatted(relevant, firstHit));
        }
        this.hits = hits.clone();
        this.relevant = relevant;
        this.firstHit = firstHit;
    }

    /** How many of the first {@code k} ranks hold a relevant item. */
    int hitsAmong(int k) {
        int count = 0;
        for (int rank = 1; rank <= Math.min(k, hits.length); rank++) {
            count += hitAt(rank) ? 1 : 0;
        }
        return count;
    }

    /** Whether a rank, counted from 1, holds a relevant item; false beyond the shown list. */
    boolean hitAt(int rank) {
        return rank <= hits.length && hits[rank - 1];
    }

    int relevant() {
        return relevant;
    }

    int firstHit() {
        return firstHit;
    }
}
