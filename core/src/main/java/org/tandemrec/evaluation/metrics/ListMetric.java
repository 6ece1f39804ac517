package org.tandemrec.evaluation.metrics;

import java.util.List;
import java.util.OptionalDouble;

/** A number that describes the lists of all people together; it says nothing of right or wrong. */
public sealed interface ListMetric
        permits ItemCoverage, Novelty, ListOverlap, RecommendedPopularity {
    /** Its name in JSON and reports. */
    String name();

    /** Its value; empty where the lists do not define it. */
    OptionalDouble of(RecommendedLists lists);

    /** The overlap between people's lists. */
    static ListMetric overlap() {
        return new ListOverlap();
    }

    /** All of them. */
    static List<ListMetric> all() {
        return List.of(
                new ItemCoverage(), new Novelty(), new ListOverlap(), new RecommendedPopularity());
    }
}
