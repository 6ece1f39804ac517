package org.tandemrec.milvus;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.tandemrec.index.Hit;

/** The best of the hits that it was shown. */
final class TopHits {
    private final int most;
    private final PriorityQueue<Hit> worstFirst = new PriorityQueue<>(Hit.BEST_FIRST.reversed());

    TopHits(int most) {
        this.most = most;
    }

    void add(Hit hit) {
        if (worstFirst.size() < most) {
            worstFirst.add(hit);
        } else if (Hit.BEST_FIRST.compare(hit, worstFirst.element()) < 0) {
            worstFirst.remove();
            worstFirst.add(hit);
        }
    }

    /** Those that were kept, best first. */
    List<Hit> best() {
        List<Hit> hits = new ArrayList<>(worstFirst);
        hits.sort(Hit.BEST_FIRST);
        return hits;
    }
}
