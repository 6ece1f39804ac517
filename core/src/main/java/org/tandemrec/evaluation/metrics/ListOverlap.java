package org.tandemrec.evaluation.metrics;

import java.util.OptionalDouble;

/**
 * Overlap: the mean over all pairs of lists of {@code |A and B| / k}, k being the length of the
 * longest list. 1 where everybody gets the same list, 0 where no two lists share an item. Exact and
 * linear in the items: an item that stands in c lists is shared by c (c - 1) / 2 pairs. Empty with
 * fewer than two lists or without an entry.
 */
record ListOverlap() implements ListMetric {
    @Override
    public String name() {
        return "overlap";
    }

    @Override
    public OptionalDouble of(RecommendedLists lists) {
        double shared = 0;
        for (int item = 0; item < lists.items(); item++) {
            shared += pairs(lists.appearances(item));
        }
        double most = pairs(lists.lists()) * lists.longest();
        return most == 0 ? OptionalDouble.empty() : OptionalDouble.of(shared / most);
    }

    private static double pairs(int count) {
        return count * (count - 1.0) / 2;
    }
}
