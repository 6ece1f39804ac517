package org.tandemrec.evaluation;

import java.util.Optional;
import org.tandemrec.evaluation.metrics.Interval;

/**
 * The judged recommender beside the best baseline on one metric.
 *
 * @param metric the metric's name
 * @param baseline the baseline that is best on it; the first of equals
 * @param difference the recommender's value minus the baseline's
 * @param higherIsBetter whether a positive difference speaks for the recommender
 * @param interval of the difference, both resampled together
 */
public record Comparison(
        String metric,
        String baseline,
        double difference,
        boolean higherIsBetter,
        Optional<Interval> interval) {
    /** Whether the baseline's value is the better one. */
    public boolean baselineWins() {
        return higherIsBetter ? difference < 0 : difference > 0;
    }

    /** Whether the interval leaves open which of the two is better. */
    public boolean uncertain() {
        return interval.map(bounds -> bounds.contains(0)).orElse(true);
    }
}
