package org.tandemrec.regression;

import java.util.Arrays;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;

/**
 * A small symmetric positive definite matrix as {@code L L'} with L lower triangular, for solving
 * one system after another: the refit of a person, a step of alternating least squares. Runs on the
 * calling thread; many of them may run side by side. For large matrices see {@link
 * SymmetricInverse}.
 */
public final class Cholesky {
    private final Matrix lower;

    private Cholesky(Matrix lower) {
        this.lower = lower;
    }

    /**
     * The factors of a matrix, of which the lower triangle is read.
     *
     * @throws IllegalArgumentException if it is not square or not positive definite
     */
    public static Cholesky of(Matrix matrix) {
        ClosedForm.requireSquare(matrix);
        Cholesky cholesky = new Cholesky(Matrix.zeros(matrix.rows(), matrix.rows()));
        for (int row = 0; row < matrix.rows(); row++) {
            cholesky.factor(matrix, row);
        }
        return cholesky;
    }

    /** Row by row, so that each cell is the inner product of two rows; what lies right is zero. */
    private void factor(Matrix matrix, int row) {
        for (int column = 0; column < row; column++) {
            float rest = matrix.at(row, column) - dot(row, column);
            lower.set(row, column, rest / lower.at(column, column));
        }
        float rest = matrix.at(row, row) - dot(row, row);
        if (!(rest > 0)) {
            throw ClosedForm.notPositiveDefinite(row, rest);
        }
        lower.set(row, row, (float) Math.sqrt(rest));
    }

    /** Of the cells left of a column. */
    private float dot(int row, int column) {
        float[] values = lower.values();
        int length = Math.ceilDiv(column, Matrix.LANES) * Matrix.LANES;
        return Rows.dot(values, lower.offset(row), values, lower.offset(column), length);
    }

    /** The x of {@code A x = right}, as a new array of as many numbers. */
    public float[] solve(float[] right) {
        if (right.length != lower.rows()) {
            throw new IllegalArgumentException(
                    "a right side has %d numbers, expected %d"
                            .formatted(right.length, lower.rows()));
        }
        float[] padded = new float[lower.stride()];
        System.arraycopy(right, 0, padded, 0, right.length);
        forward(padded);
        backward(padded);
        return Arrays.copyOf(padded, right.length);
    }

    private void forward(float[] solution) {
        float[] done = new float[solution.length];
        for (int row = 0; row < lower.rows(); row++) {
            int length = Math.ceilDiv(row, Matrix.LANES) * Matrix.LANES;
            float sum = Rows.dot(lower.values(), lower.offset(row), done, 0, length);
            done[row] = (solution[row] - sum) / lower.at(row, row);
        }
        System.arraycopy(done, 0, solution, 0, done.length);
    }

    /** By columns of L', which are rows of L. */
    private void backward(float[] solution) {
        for (int row = lower.rows() - 1; row >= 0; row--) {
            float value = solution[row] / lower.at(row, row);
            int length = Math.ceilDiv(row, Matrix.LANES) * Matrix.LANES;
            float[] values = lower.values();
            Rows.addScaled(solution, 0, -value, values, lower.offset(row), length);
            solution[row] = value;
        }
    }
}
