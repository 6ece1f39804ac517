package org.tandemrec.regression;

import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.MatrixProduct;
import org.tandemrec.vectors.Workers;

/**
 * A linear model at a low rank that loses the least of what it answers: of all factors of this rank
 * those for which {@code rows left right'} is nearest to {@code rows weights} (reduced-rank
 * regression; Izenman 1975). The best low rank of the weights alone would keep what hardly any row
 * asks for. Safe for any thread.
 */
public final class ReducedRank {
    private ReducedRank() {}

    /**
     * The factors, {@code left} a row an input, {@code right} a row an output.
     *
     * @param rows what the model is asked, as typical as can be: one column an input
     * @param weights the model: one row an input, one column an output
     * @param rank how many columns the factors have, at least 1; fewer where the matrices are
     *     smaller
     */
    public static LowRank.Factors of(
            SparseMatrix rows, Matrix weights, int rank, long seed, Workers workers) {
        Matrix right = LowRank.of(new Answers(rows, weights), rank, seed, workers).right();
        Matrix left = new DenseMap(weights).times(right, workers);
        for (int column = 0; column < right.columns(); column++) {
            balance(left, right, column);
        }
        return new LowRank.Factors(left, right);
    }

    /** Makes a column as long on one side as on the other. */
    private static void balance(Matrix left, Matrix right, int column) {
        double root = Math.sqrt(Math.sqrt(squaredLength(left, column)));
        if (root > 0) {
            scale(left, column, (float) (1 / root));
            scale(right, column, (float) root);
        }
    }

    private static double squaredLength(Matrix matrix, int column) {
        double sum = 0;
        for (int row = 0; row < matrix.rows(); row++) {
            sum += matrix.at(row, column) * matrix.at(row, column);
        }
        return sum;
    }

    private static void scale(Matrix matrix, int column, float factor) {
        for (int row = 0; row < matrix.rows(); row++) {
            matrix.set(row, column, matrix.at(row, column) * factor);
        }
    }

    /** What the model answers to all rows, never written out. */
    private record Answers(SparseMatrix asked, Matrix weights) implements LinearMap {
        @Override
        public int rows() {
            return asked.rows();
        }

        @Override
        public int columns() {
            return weights.columns();
        }

        @Override
        public Matrix times(Matrix right, Workers workers) {
            Matrix product = Matrix.zeros(weights.rows(), right.columns());
            MatrixProduct.add(weights, right, product, workers);
            return asked.times(product, workers);
        }

        @Override
        public Matrix transposedTimes(Matrix right, Workers workers) {
            Matrix product = Matrix.zeros(weights.columns(), right.columns());
            MatrixProduct.addTransposed(
                    weights, asked.transposedTimes(right, workers), product, workers);
            return product;
        }
    }
}
