package org.tandemrec.evaluation;

import java.util.Arrays;
import java.util.Optional;
import org.tandemrec.evaluation.metrics.RankedHits;
import org.tandemrec.evaluation.scorers.History;

/** One user's ranking: the shown list, and where the relevant items stand. */
final class RankedList {
    private static final int NONE = -1;

    private final int[] top;
    private final boolean[] hits;
    private final int relevant;
    private final int firstHit;

    private RankedList(int[] top, boolean[] hits, int relevant, int firstHit) {
        this.top = top;
        this.hits = hits;
        this.relevant = relevant;
        this.firstHit = firstHit;
    }

    /**
     * Ranks items by score, ties by their order in the catalogue.
     *
     * @param scores one an item, none {@code NaN}
     * @param ranked which items are ranked
     * @param heldOut whose items are relevant, as far as they are ranked
     * @param length of the shown list
     */
    static RankedList of(float[] scores, boolean[] ranked, History heldOut, int length) {
        int best = NONE;
        int relevant = 0;
        boolean[] isRelevant = new boolean[scores.length];
        for (int event = 0; event < heldOut.size(); event++) {
            int item = heldOut.item(event);
            if (ranked[item] && !isRelevant[item]) {
                isRelevant[item] = true;
                relevant++;
                best = best == NONE ? item : better(scores, best, item);
            }
        }
        int[] top = top(scores, ranked, length);
        boolean[] hits = new boolean[top.length];
        for (int rank = 0; rank < top.length; rank++) {
            hits[rank] = isRelevant[top[rank]];
        }
        return new RankedList(top, hits, relevant, best == NONE ? 0 : rank(scores, ranked, best));
    }

    private static int better(float[] scores, int first, int second) {
        return TopItems.before(scores[second], second, scores[first], first) ? second : first;
    }

    private static int[] top(float[] scores, boolean[] ranked, int length) {
        TopItems top = new TopItems(length);
        for (int item = 0; item < scores.length; item++) {
            if (ranked[item]) {
                top.offer(scores[item], item);
            }
        }
        return top.drain();
    }

    private static int rank(float[] scores, boolean[] ranked, int item) {
        int rank = 1;
        for (int other = 0; other < scores.length; other++) {
            if (ranked[other] && TopItems.before(scores[other], other, scores[item], item)) {
                rank++;
            }
        }
        return rank;
    }

    /** The first items of the list, at most so many. */
    int[] top(int length) {
        return Arrays.copyOf(top, Math.min(length, top.length));
    }

    /** What the metrics see; empty where no relevant item was ranked. */
    Optional<RankedHits> hits() {
        return relevant == 0
                ? Optional.empty()
                : Optional.of(new RankedHits(hits, relevant, firstHit));
    }
}
