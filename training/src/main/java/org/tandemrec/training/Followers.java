package org.tandemrec.training;

import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * A Markov chain with a long step: how often an item comes within {@value #AHEAD} events after
 * another, one over their distance each, as a part of all that comes after it. The last {@value
 * #SEEN} events speak, each less than the one after it.
 */
final class Followers {
    private static final int AHEAD = 10;
    private static final int SEEN = 5;
    private static final double FADING = 0.6;
    private static final float DOUBT = 5;

    private Followers() {}

    /** The weight of an event by how many came after it, and 0 at the end for all others. */
    static float[] weights() {
        float[] weights = new float[SEEN + 1];
        for (int age = 0; age < SEEN; age++) {
            weights[age] = (float) StrictMath.pow(FADING, age);
        }
        return weights;
    }

    /** Row i says what comes after the item of column i. */
    static Matrix fit(LagSums sums, Workers workers) {
        Matrix counts = sums.of(-1, AHEAD, (lag, _) -> 1f / lag, workers);
        for (int row = 0; row < counts.rows(); row++) {
            float sum = DOUBT;
            for (int column = 0; column < counts.columns(); column++) {
                sum += counts.at(row, column);
            }
            for (int column = 0; column < counts.columns(); column++) {
                counts.set(row, column, counts.at(row, column) / sum);
            }
        }
        return counts;
    }
}
