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
     * The factors, {@code left} a row an input, {@code right} a row an output. The first column of
     * {@code right} has a mean square of 1, the others less, as they say less: what rows become is
     * then about as large as what is answered.
     *
     * @param rows what the model is asked, as typical as can be: one column an input
     * @param weights the model: one row an input, one column an output
     * @param rank how many columns the factors have, at least 1; fewer where the matrices are
     *     smaller
     */
    public static LowRank.Factors of(
            SparseMatrix rows, Matrix weights, int rank, long seed, Workers workers) {
        LowRank answers = LowRank.of(new Answers(rows, weights), rank, seed, workers);
        Matrix right = answers.right().copy();
        Matrix left = new DenseMap(weights).times(right, workers);
        for (int column = 0; column < answers.rank(); column++) {
            double share = answers.value(column) / (double) answers.value(0);
            double root = Math.sqrt(share * right.rows());
            scale(left, column, root > 0 ? (float) (1 / root) : 0);
            scale(right, column, root > 0 ? (float) root : 0);
        }
        return new LowRank.Factors(left, right);
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
