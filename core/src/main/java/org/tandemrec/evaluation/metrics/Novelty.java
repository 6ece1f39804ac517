package org.tandemrec.evaluation.metrics;

import java.util.OptionalDouble;

/**
 * Novelty in bits (mean self-information, Zhou et al. 2010): the mean of {@code -log2 share} over
 * all entries of all lists, share being the part of the train users who have met the item, {@code
 * (met + 1) / (users + 1)} so that an item nobody has met stays finite. 0 where everybody has met
 * everything; empty without an entry.
 */
record Novelty() implements ListMetric {
    @Override
    public String name() {
        return "novelty";
    }

    @Override
    public OptionalDouble of(RecommendedLists lists) {
        double bits = 0;
        for (int item = 0; item < lists.items(); item++) {
            double share = (lists.trainUsersOf(item) + 1.0) / (lists.trainUsers() + 1.0);
            bits -= lists.appearances(item) * StrictMath.log(share) / StrictMath.log(2);
        }
        long entries = lists.entries();
        return entries == 0 ? OptionalDouble.empty() : OptionalDouble.of(bits / entries);
    }
}
