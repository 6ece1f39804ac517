package org.tandemrec.evaluation.metrics;

/** RMSE: the square root of the mean of {@code (predicted - actual)^2} over all predictions. */
record RootMeanSquaredError() implements ValueMetric {
    @Override
    public String name() {
        return "rmse";
    }

    @Override
    public double loss(double predicted, double actual) {
        return (predicted - actual) * (predicted - actual);
    }

    @Override
    public double of(double losses, double predictions) {
        return Math.sqrt(losses / predictions);
    }
}
