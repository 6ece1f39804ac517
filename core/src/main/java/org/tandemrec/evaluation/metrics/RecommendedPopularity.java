package org.tandemrec.evaluation.metrics;

import java.util.OptionalDouble;

/**
 * Popularity of what is recommended: the mean over all entries of all lists of the number of train
 * users who have met the item. Empty without an entry.
 */
record RecommendedPopularity() implements ListMetric {
    @Override
    public String name() {
        return "recommendedPopularity";
    }

    @Override
    public OptionalDouble of(RecommendedLists lists) {
        double met = 0;
        for (int item = 0; item < lists.items(); item++) {
            met += (double) lists.appearances(item) * lists.trainUsersOf(item);
        }
        long entries = lists.entries();
        return entries == 0 ? OptionalDouble.empty() : OptionalDouble.of(met / entries);
    }
}
