package org.tandemrec.training;

/** What a training drives at, and by which figures it is followed. */
public enum Objective {
    /** To predict values: the root of the mean squared error, in the unit of the values. */
    RATING("RMSE", "rmse"),
    /** To find what comes next: the cross-entropy of the items, and nDCG@10 on validation. */
    RANKING("cross-entropy", "ndcg@10");

    private final String loss;
    private final String metric;

    Objective(String loss, String metric) {
        this.loss = loss;
        this.metric = metric;
    }

    /** The name of the training figure. */
    public String loss() {
        return loss;
    }

    /** The name of the validation metric, as evaluations use it. */
    public String metric() {
        return metric;
    }

    /** The name of the validation metric in a bundle's manifest, such as {@code validationRmse}. */
    public String manifestName() {
        return "validation" + Character.toUpperCase(metric.charAt(0)) + metric.substring(1);
    }

    /** The training figure of a sum of losses. */
    double figure(double losses, long count) {
        double mean = losses / Math.max(1, count);
        return this == RATING ? Math.sqrt(mean) : mean;
    }

    /** Whether a value of the validation metric is better than another. */
    boolean isBetter(double value, double other) {
        return this == RATING ? value < other : value > other;
    }

    /** A value of the validation metric that any other is better than. */
    double worst() {
        return this == RATING ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
}
