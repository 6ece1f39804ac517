package org.tandemrec.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandemrec.evaluation.metrics.Bootstrap;
import org.tandemrec.evaluation.metrics.PerUser;

/**
 * A recommender's metrics before they are summed up.
 *
 * @param name of the recommender
 * @param perUser the metrics that each user contributes to
 * @param ofLists the metrics of all lists together, by name
 */
record Tally(String name, List<PerUser> perUser, Map<String, Double> ofLists) {
    /** Sums up, leaving out what nobody contributed to. */
    Judgement judgement(Bootstrap bootstrap) {
        Map<String, Measure> metrics = new LinkedHashMap<>();
        for (PerUser metric : perUser) {
            double value = metric.value();
            if (Double.isFinite(value)) {
                metrics.put(metric.name(), new Measure(value, bootstrap.interval(metric)));
            }
        }
        ofLists.forEach((list, value) -> metrics.put(list, new Measure(value, Optional.empty())));
        return new Judgement(name, metrics);
    }

    /**
     * Sums up what some users contributed to, leaving out what none of them did.
     *
     * @param times how often each user counts
     */
    Judgement judgement(int[] times) {
        Map<String, Measure> metrics = new LinkedHashMap<>();
        for (PerUser metric : perUser) {
            double value = metric.value(times);
            if (Double.isFinite(value)) {
                metrics.put(metric.name(), new Measure(value, Optional.empty()));
            }
        }
        return new Judgement(name, metrics);
    }

    /** The metric of that name, where somebody contributed to it. */
    Optional<PerUser> metric(String metric) {
        return perUser.stream()
                .filter(one -> one.name().equals(metric) && Double.isFinite(one.value()))
                .findFirst();
    }
}
