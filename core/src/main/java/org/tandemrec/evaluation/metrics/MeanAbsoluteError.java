package org.tandemrec.evaluation.metrics;

/** MAE: the mean of {@code |predicted - actual|} over all predictions. */
record MeanAbsoluteError() implements ValueMetric {
    @Override
    public String name() {
        return "mae";
    }

    @Override
    public double loss(double predicted, double actual) {
        return Math.abs(predicted - actual);
    }

    @Override
    public double of(double losses, double predictions) {
        return losses / predictions;
    }
}
