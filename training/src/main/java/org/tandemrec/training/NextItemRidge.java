package org.tandemrec.training;

import org.tandemrec.regression.Ridge;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * A ridge regression from a person's latest items to their next ones: at every moment the last
 * {@value #SEEN} events, each halved every {@value #HALF_LIFE} steps, predict the next {@value
 * #AHEAD}, weighted in the same way.
 */
final class NextItemRidge {
    private static final int SEEN = 15;
    private static final int AHEAD = 4;
    private static final double HALF_LIFE = 3;

    private NextItemRidge() {}

    /** The weight of an event by how many came after it, and 0 at the end for all others. */
    static float[] weights() {
        float[] weights = new float[SEEN + 1];
        for (int age = 0; age < SEEN; age++) {
            weights[age] = (float) decayed(age);
        }
        return weights;
    }

    private static double decayed(int steps) {
        return StrictMath.pow(2, -steps / HALF_LIFE);
    }

    /** The weights: row i says what item i, met last, speaks for each item. */
    static Matrix fit(LagSums sums, float lambda, Workers workers) {
        float[][] together = together();
        Matrix seen =
                sums.of(
                        SEEN - 1,
                        SEEN - 1,
                        (lag, left) -> together[Math.abs(lag)][Math.min(left, SEEN)],
                        workers);
        float[] ahead = ahead();
        Matrix next = sums.of(-1, SEEN + AHEAD - 1, (lag, _) -> ahead[lag], workers);
        return Ridge.weightsInPlace(seen, next, lambda, workers);
    }

    /**
     * What two events a lag apart add to the moments' products: every moment after the later one at
     * which both are still seen.
     */
    private static float[][] together() {
        float[][] sums = new float[SEEN][SEEN + 1];
        for (int lag = 0; lag < SEEN; lag++) {
            double sum = 0;
            for (int left = 1; left <= SEEN; left++) {
                int age = left - 1;
                sum += age + lag < SEEN ? decayed(age) * decayed(age + lag) : 0;
                sums[lag][left] = (float) sum;
            }
        }
        return sums;
    }

    /** What an event adds to the prediction of one so many steps later. */
    private static float[] ahead() {
        float[] sums = new float[SEEN + AHEAD];
        for (int lag = 1; lag < sums.length; lag++) {
            double sum = 0;
            for (int later = 0; later < Math.min(AHEAD, lag); later++) {
                int age = lag - 1 - later;
                sum += age < SEEN ? decayed(age) * decayed(later) : 0;
            }
            sums[lag] = (float) sum;
        }
        return sums;
    }
}
