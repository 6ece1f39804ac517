package org.tandemrec.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One recommender's metrics.
 *
 * @param name of the recommender
 * @param metrics by name, in the order in which they are shown; without those that are not defined
 */
public record Judgement(String name, Map<String, Measure> metrics) {
    public Judgement {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** The measure of that name; empty where it is not defined for this recommender or split. */
    public Optional<Measure> metric(String metric) {
        return Optional.ofNullable(metrics.get(metric));
    }
}
