package org.tandemrec.evaluation.metrics;

/**
 * A metric before it is summed up: for each user what they add to its numerator and to its
 * denominator. A ranking metric adds its value and 1; a value metric its losses and their number.
 * Filled by one thread, read by any.
 */
public final class PerUser {
    /** Makes the metric of the summed numerator and the summed denominator, which is above 0. */
    @FunctionalInterface
    interface Ratio {
        double of(double sum, double weight);
    }

    private final String name;
    private final boolean higherIsBetter;
    private final Ratio ratio;
    private final double[] sums;
    private final double[] weights;

    private PerUser(String name, boolean higherIsBetter, Ratio ratio, int users) {
        this.name = name;
        this.higherIsBetter = higherIsBetter;
        this.ratio = ratio;
        this.sums = new double[users];
        this.weights = new double[users];
    }

    /** Room for a ranking metric of so many users. */
    public static PerUser of(RankingMetric metric, int users) {
        return new PerUser(metric.name(), true, (sum, weight) -> sum / weight, users);
    }

    /** Room for a value metric of so many users. */
    public static PerUser of(ValueMetric metric, int users) {
        return new PerUser(metric.name(), false, metric::of, users);
    }

    /** Adds to what a user contributes. */
    public void add(int user, double sum, double weight) {
        sums[user] += sum;
        weights[user] += weight;
    }

    public String name() {
        return name;
    }

    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    int users() {
        return sums.length;
    }

    /** The metric over all users; {@code NaN} where nobody contributed. */
    public double value() {
        double sum = 0;
        double weight = 0;
        for (int user = 0; user < sums.length; user++) {
            sum += sums[user];
            weight += weights[user];
        }
        return weight == 0 ? Double.NaN : ratio.of(sum, weight);
    }

    /**
     * The metric where each user counts as many times as given; {@code NaN} where nobody
     * contributed.
     */
    public double value(int[] times) {
        double sum = 0;
        double weight = 0;
        for (int user = 0; user < sums.length; user++) {
            sum += times[user] * sums[user];
            weight += times[user] * weights[user];
        }
        return weight == 0 ? Double.NaN : ratio.of(sum, weight);
    }
}
