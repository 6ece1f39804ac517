package org.tandemrec.regression;

import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.MatrixProduct;
import org.tandemrec.vectors.Workers;

/**
 * The inverse of a symmetric positive definite matrix by the sweep operator (Goodnight, A Tutorial
 * on the SWEEP Operator, 1979), {@value #BLOCK} pivots at a time, so that nearly all of the work is
 * one {@link MatrixProduct} a block. A block is swept by {@code A_ij -= A_ik D A_kj, A_kj = D A_kj,
 * A_kk = -D} with {@code D} the inverse of {@code A_kk}, computed in double precision; when all are
 * swept, the matrix is its own negative inverse. Errors are about the condition number times 1e-7.
 */
public final class SymmetricInverse {
    private static final int BLOCK = 128;
    private static final int ROWS_PER_TASK = 64;

    private final Matrix matrix;
    private final Workers workers;

    private SymmetricInverse(Matrix matrix, Workers workers) {
        this.matrix = matrix;
        this.workers = workers;
    }

    /**
     * The inverse as a new, exactly symmetric matrix.
     *
     * @param matrix symmetric, at most {@link ClosedForm#MOST_COLUMNS} columns; left as it is
     * @throws IllegalArgumentException if it is too large or not positive definite
     */
    public static Matrix of(Matrix matrix, Workers workers) {
        return inPlace(matrix.copy(), workers);
    }

    /** The same, in the memory of the matrix itself. */
    public static Matrix inPlace(Matrix matrix, Workers workers) {
        ClosedForm.requireSquare(matrix);
        ClosedForm.requireFits(matrix.rows());
        SymmetricInverse sweep = new SymmetricInverse(matrix, workers);
        for (int from = 0; from < matrix.rows(); from += BLOCK) {
            sweep.block(from, Math.min(from + BLOCK, matrix.rows()));
        }
        sweep.negateAndMirror();
        return matrix;
    }

    private void block(int from, int to) {
        Matrix pivotRows = copyOfRows(from, to);
        Matrix negativeInverse = negativeInverse(from, to);
        Matrix negativeProduct = Matrix.zeros(to - from, matrix.columns());
        MatrixProduct.add(negativeInverse, pivotRows, negativeProduct, workers);
        MatrixProduct.addTransposed(pivotRows, negativeProduct, matrix, workers);
        writeCross(from, negativeProduct);
        writeBlock(from, negativeInverse);
    }

    private Matrix copyOfRows(int from, int to) {
        Matrix rows = Matrix.zeros(to - from, matrix.columns());
        System.arraycopy(
                matrix.values(), matrix.offset(from), rows.values(), 0, rows.offset(to - from));
        return rows;
    }

    private Matrix negativeInverse(int from, int to) {
        double[][] pivots = new double[to - from][to - from];
        for (int row = from; row < to; row++) {
            for (int column = from; column < to; column++) {
                pivots[row - from][column - from] = matrix.at(row, column);
            }
        }
        sweep(pivots, from);
        Matrix inverse = Matrix.zeros(to - from, to - from);
        for (int row = 0; row < to - from; row++) {
            for (int column = 0; column < to - from; column++) {
                inverse.set(row, column, (float) pivots[row][column]);
            }
        }
        return inverse;
    }

    /** Turns a small symmetric matrix into its negative inverse. */
    private static void sweep(double[][] pivots, int firstPivot) {
        for (int pivot = 0; pivot < pivots.length; pivot++) {
            double value = pivots[pivot][pivot];
            if (!(value > 0)) {
                throw ClosedForm.notPositiveDefinite(firstPivot + pivot, value);
            }
            sweepOne(pivots, pivot, 1 / value);
        }
    }

    private static void sweepOne(double[][] pivots, int pivot, double inverse) {
        double[] pivotRow = pivots[pivot].clone();
        for (int row = 0; row < pivots.length; row++) {
            double factor = pivotRow[row] * inverse;
            for (int column = 0; column < pivots.length; column++) {
                pivots[row][column] -= factor * pivotRow[column];
            }
        }
        for (int other = 0; other < pivots.length; other++) {
            pivots[pivot][other] = pivotRow[other] * inverse;
            pivots[other][pivot] = pivotRow[other] * inverse;
        }
        pivots[pivot][pivot] = -inverse;
    }

    private void writeCross(int from, Matrix negativeProduct) {
        for (int pivot = 0; pivot < negativeProduct.rows(); pivot++) {
            for (int other = 0; other < matrix.rows(); other++) {
                float value = -negativeProduct.at(pivot, other);
                matrix.set(from + pivot, other, value);
                matrix.set(other, from + pivot, value);
            }
        }
    }

    private void writeBlock(int from, Matrix negativeInverse) {
        for (int row = 0; row < negativeInverse.rows(); row++) {
            for (int column = 0; column < negativeInverse.rows(); column++) {
                matrix.set(from + row, from + column, negativeInverse.at(row, column));
            }
        }
    }

    /** Each task writes the cells of its own rows below the diagonal and their mirror images. */
    private void negateAndMirror() {
        workers.forRanges(matrix.rows(), ROWS_PER_TASK, this::negateAndMirror);
    }

    private void negateAndMirror(int from, int to) {
        for (int row = from; row < to; row++) {
            for (int column = 0; column <= row; column++) {
                float value = -matrix.at(row, column);
                matrix.set(row, column, value);
                matrix.set(column, row, value);
            }
        }
    }
}
