package org.tandemrec.evaluation;

import java.util.Optional;
import org.tandemrec.evaluation.metrics.Interval;

/**
 * A metric's value.
 *
 * @param value finite
 * @param interval over the users; absent for metrics of all lists together and with fewer than two
 *     users
 */
public record Measure(double value, Optional<Interval> interval) {
    public Measure {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a metric is " + value);
        }
    }
}
