package org.tandemrec.regression;

import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * The linear model that predicts each column from all others: {@code min |X - X B|^2 + lambda
 * |B|^2} with a zero diagonal, solved by {@code P = (X'X + lambda I)^-1, B_ij = -P_ij / P_jj}
 * (Steck, Embarrassingly Shallow Autoencoders for Sparse Data, 2019, eq. 8).
 */
public final class Ease {
    private Ease() {}

    /**
     * The weights B, columns x columns; the scores of a row x are {@code x B}.
     *
     * @param interactions X, weighted as the caller likes
     * @param lambda above 0
     * @throws IllegalArgumentException above {@link ClosedForm#MOST_COLUMNS} columns
     */
    public static Matrix weights(SparseMatrix interactions, float lambda, Workers workers) {
        return weightsInPlace(interactions.gram(workers), lambda, workers);
    }

    /** The same from {@code X'X}, whose memory becomes that of the weights. */
    public static Matrix weightsInPlace(Matrix gram, float lambda, Workers workers) {
        if (!(lambda > 0)) {
            throw new IllegalArgumentException(
                    "lambda of EASE is %s, expected a number above 0".formatted(lambda));
        }
        ClosedForm.addToDiagonal(gram, lambda);
        Matrix weights = SymmetricInverse.inPlace(gram, workers);
        divide(weights);
        return weights;
    }

    private static void divide(Matrix weights) {
        float[] scales = new float[weights.columns()];
        for (int column = 0; column < scales.length; column++) {
            scales[column] = -1 / weights.at(column, column);
        }
        for (int row = 0; row < weights.rows(); row++) {
            for (int column = 0; column < scales.length; column++) {
                weights.set(row, column, weights.at(row, column) * scales[column]);
            }
            weights.set(row, row, 0);
        }
    }
}
