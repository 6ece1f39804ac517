package org.tandemrec.evaluation.metrics;

import java.util.OptionalDouble;

/**
 * Item coverage: how many different items stand in at least one list, divided by how many could.
 * Empty where no item could.
 */
record ItemCoverage() implements ListMetric {
    @Override
    public String name() {
        return "itemCoverage";
    }

    @Override
    public OptionalDouble of(RecommendedLists lists) {
        int covered = 0;
        for (int item = 0; item < lists.items(); item++) {
            covered += lists.appearances(item) > 0 ? 1 : 0;
        }
        return lists.rankable() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) covered / lists.rankable());
    }
}
