package org.tandemrec.training;

import org.tandemrec.data.ValueScale;

/** Errors of predictions that are moved into the scale of the values. Not safe for threads. */
final class SquaredErrors {
    private final ValueScale scale;
    private double sum;
    private int count;

    SquaredErrors(ValueScale scale) {
        this.scale = scale;
    }

    void add(double prediction, float value) {
        double error = scale.clip(prediction) - value;
        sum += error * error;
        count++;
    }

    /** The root of their mean (RMSE); not a number where there are none. */
    double root() {
        return Math.sqrt(sum / count);
    }
}
