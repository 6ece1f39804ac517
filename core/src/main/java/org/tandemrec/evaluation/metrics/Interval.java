package org.tandemrec.evaluation.metrics;

/**
 * Where a metric lies in 95 of 100 resamples of the users.
 *
 * @param low its 2.5th percentile
 * @param high its 97.5th percentile
 */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("interval is %s..%s".formatted(low, high));
        }
    }

    /** Whether a number lies in it, the ends included. */
    public boolean contains(double number) {
        return low <= number && number <= high;
    }
}
