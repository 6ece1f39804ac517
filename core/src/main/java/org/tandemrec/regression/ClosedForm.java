package org.tandemrec.regression;

import org.tandemrec.vectors.Matrix;

/** What fits into memory here: square matrices of at most {@value #MOST_COLUMNS} columns. */
public final class ClosedForm {
    /** A square matrix of this size takes 1.6 GB and its inverse as much again. */
    public static final int MOST_COLUMNS = 20_000;

    private ClosedForm() {}

    /** Fails above {@link #MOST_COLUMNS}; callers take the columns with the most cells then. */
    static void requireFits(int columns) {
        if (columns > MOST_COLUMNS) {
            throw new IllegalArgumentException(
                    "a closed form over %,d columns needs %.0f GB, expected at most %,d columns; take those with the most cells"
                            .formatted(columns, 4e-9 * columns * columns, MOST_COLUMNS));
        }
    }

    static void requireSquare(Matrix matrix) {
        if (matrix.rows() != matrix.columns()) {
            throw new IllegalArgumentException(
                    "a matrix is %d x %d, expected a square one"
                            .formatted(matrix.rows(), matrix.columns()));
        }
    }

    /** Adds a number to the diagonal. */
    static void addToDiagonal(Matrix matrix, float number) {
        for (int row = 0; row < matrix.rows(); row++) {
            matrix.set(row, row, matrix.at(row, row) + number);
        }
    }

    static IllegalArgumentException notPositiveDefinite(int pivot, double value) {
        return new IllegalArgumentException(
                "a matrix is not positive definite: pivot %d is %s; add more to its diagonal"
                        .formatted(pivot, value));
    }
}
