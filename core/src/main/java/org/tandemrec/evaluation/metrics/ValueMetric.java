package org.tandemrec.evaluation.metrics;

import java.util.List;

/**
 * How far predicted values lie from the true ones, in the unit of the data, lower is better. Over
 * all held-out interactions, each counting once; without one there is none. Predictions are clipped
 * to the scale of the data before.
 */
public sealed interface ValueMetric permits RootMeanSquaredError, MeanAbsoluteError {
    /** Its name in JSON and reports. */
    String name();

    /** What one prediction adds. */
    double loss(double predicted, double actual);

    /** The metric from the sum of the losses and the number of predictions, at least 1. */
    double of(double losses, double predictions);

    /** All value metrics. */
    static List<ValueMetric> all() {
        return List.of(new RootMeanSquaredError(), new MeanAbsoluteError());
    }
}
