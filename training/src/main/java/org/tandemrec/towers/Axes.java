package org.tandemrec.towers;

import org.tandemrec.features.EncodedHistories;
import org.tandemrec.regression.LowRank;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.MatrixProduct;
import org.tandemrec.vectors.Workers;

/** The principal axes of items' vectors, each item counted as often as it was met. */
final class Axes {
    private static final long SEED = 1;

    private final Matrix directions;
    private final float[] variances;

    private Axes(Matrix directions, float[] variances) {
        this.directions = directions;
        this.variances = variances;
    }

    static Axes of(Matrix vectors, EncodedHistories met, Workers workers) {
        Matrix weighted = vectors.copy();
        float events = Math.max(1, met.events());
        for (int row = 0; row < weighted.rows(); row++) {
            float root = (float) Math.sqrt(met.size(row) / events);
            for (int column = 0; column < weighted.columns(); column++) {
                weighted.set(row, column, weighted.at(row, column) * root);
            }
        }
        Matrix squares = Matrix.zeros(vectors.columns(), vectors.columns());
        MatrixProduct.addTransposed(weighted, weighted, squares, workers);
        LowRank axes = LowRank.of(squares, vectors.columns(), SEED, workers);
        float[] variances = new float[axes.rank()];
        for (int axis = 0; axis < variances.length; axis++) {
            variances[axis] = axes.value(axis);
        }
        return new Axes(axes.left(), variances);
    }

    /** The vectors by their places along the axes. */
    Matrix along(Matrix vectors, Workers workers) {
        Matrix places = Matrix.zeros(vectors.rows(), directions.columns());
        MatrixProduct.add(vectors, directions, places, workers);
        return places;
    }

    /** The mean square along each axis, the largest first. */
    float[] variances() {
        return variances.clone();
    }

    double meanVariance() {
        double sum = 0;
        for (float variance : variances) {
            sum += variance;
        }
        return sum / variances.length;
    }
}
