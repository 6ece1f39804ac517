package org.tandemrec.regression;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.MatrixProduct;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/**
 * The largest singular values of a matrix and their vectors: {@code A ~ left diag(values) right'}.
 * Found by randomized subspace iteration (Halko, Martinsson and Tropp, Finding Structure with
 * Randomness, 2011, algorithm 4.4). Of a symmetric matrix the left vectors are its eigenvectors;
 * where left and right point opposite ways, the eigenvalue is negative. Safe for any thread.
 */
public final class LowRank {
    private static final int SPARE = 10;
    private static final int ITERATIONS = 4;
    private static final double DEPENDENT = 1e-5;

    private final Matrix left;
    private final float[] values;
    private final Matrix right;

    private LowRank(Matrix left, float[] values, Matrix right) {
        this.left = left;
        this.values = values;
        this.right = right;
    }

    /** Two factors: a matrix is about {@code left right'}. */
    public record Factors(Matrix left, Matrix right) {}

    /**
     * The vectors of a dense matrix.
     *
     * @param rank how many, at least 1; fewer come back where the matrix is smaller
     */
    public static LowRank of(Matrix matrix, int rank, long seed, Workers workers) {
        return of(new DenseMap(matrix), rank, seed, workers);
    }

    /** The vectors of a sparse matrix. */
    public static LowRank of(SparseMatrix matrix, int rank, long seed, Workers workers) {
        return of((LinearMap) matrix, rank, seed, workers);
    }

    static LowRank of(LinearMap map, int rank, long seed, Workers workers) {
        if (rank < 1) {
            throw new IllegalArgumentException("rank is %d, expected at least 1".formatted(rank));
        }
        int most = Math.min(map.rows(), map.columns());
        int width = Math.min(rank + SPARE, most);
        Matrix basis = map.times(randomNumbers(map.columns(), width, seed), workers);
        basis = orthogonal(basis);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            Matrix other = orthogonal(map.transposedTimes(basis, workers));
            basis = orthogonal(map.times(other, workers));
        }
        return cut(basis, map.transposedTimes(basis, workers), Math.min(rank, most), workers);
    }

    private static Matrix randomNumbers(int rows, int columns, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        Matrix numbers = Matrix.zeros(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                numbers.set(row, column, (float) random.nextGaussian());
            }
        }
        return numbers;
    }

    /** Gram and Schmidt's method, twice; a column that depends on those before it becomes zero. */
    private static Matrix orthogonal(Matrix columns) {
        Matrix rows = columns.transposed();
        for (int row = 0; row < rows.rows(); row++) {
            double before = length(rows, row);
            subtractEarlier(rows, row);
            subtractEarlier(rows, row);
            double after = length(rows, row);
            scale(rows, row, after > DEPENDENT * before ? (float) (1 / after) : 0);
        }
        return rows.transposed();
    }

    private static void subtractEarlier(Matrix rows, int row) {
        float[] values = rows.values();
        for (int earlier = 0; earlier < row; earlier++) {
            int offset = rows.offset(earlier);
            float share = Rows.dot(values, rows.offset(row), values, offset, rows.stride());
            Rows.addScaled(values, rows.offset(row), -share, values, offset, rows.stride());
        }
    }

    private static double length(Matrix rows, int row) {
        int offset = rows.offset(row);
        return Math.sqrt(Rows.dot(rows.values(), offset, rows.values(), offset, rows.stride()));
    }

    private static void scale(Matrix rows, int row, float factor) {
        for (int column = 0; column < rows.columns(); column++) {
            rows.set(row, column, rows.at(row, column) * factor);
        }
    }

    /**
     * With A about Q B' and the eigenvectors W of B'B: the left vectors are Q W, the right ones B W
     * over their lengths, which are the singular values.
     */
    private static LowRank cut(Matrix basis, Matrix image, int rank, Workers workers) {
        SymmetricEigen eigen = SymmetricEigen.inPlace(gram(image, workers));
        Matrix turn = Matrix.zeros(image.columns(), rank);
        float[] values = new float[rank];
        for (int column = 0; column < rank; column++) {
            values[column] = (float) Math.sqrt(Math.max(0, eigen.value(column)));
            for (int row = 0; row < turn.rows(); row++) {
                turn.set(row, column, (float) eigen.vector(column)[row]);
            }
        }
        Matrix left = new DenseMap(basis).times(turn, workers);
        Matrix right = new DenseMap(image).times(turn, workers);
        return new LowRank(left, values, scaled(right, inverses(values)));
    }

    private static double[][] gram(Matrix image, Workers workers) {
        Matrix gram = Matrix.zeros(image.columns(), image.columns());
        MatrixProduct.addTransposed(image, image, gram, workers);
        double[][] copy = new double[gram.rows()][gram.rows()];
        for (int row = 0; row < copy.length; row++) {
            for (int column = 0; column <= row; column++) {
                copy[row][column] = gram.at(row, column);
                copy[column][row] = gram.at(row, column);
            }
        }
        return copy;
    }

    private static float[] inverses(float[] values) {
        float[] inverses = new float[values.length];
        for (int column = 0; column < values.length; column++) {
            boolean counts = values[column] > DEPENDENT * values[0];
            inverses[column] = counts ? 1 / values[column] : 0;
        }
        return inverses;
    }

    private static Matrix scaled(Matrix columns, float[] factors) {
        Matrix result = columns.copy();
        for (int row = 0; row < result.rows(); row++) {
            for (int column = 0; column < factors.length; column++) {
                result.set(row, column, result.at(row, column) * factors[column]);
            }
        }
        return result;
    }

    /** One vector a column, of length 1 and orthogonal; as many rows as the matrix has. */
    public Matrix left() {
        return left;
    }

    /** A singular value, none negative; of place 0 the largest. */
    public float value(int place) {
        return values[place];
    }

    /** One vector a column, of length 1 and orthogonal; as many rows as the matrix has columns. */
    public Matrix right() {
        return right;
    }

    /** How many vectors there are on each side. */
    public int rank() {
        return values.length;
    }

    /** Two factors that share the singular values evenly: both times their square roots. */
    public Factors factors() {
        float[] roots = new float[values.length];
        for (int column = 0; column < roots.length; column++) {
            roots[column] = (float) Math.sqrt(values[column]);
        }
        return new Factors(scaled(left, roots), scaled(right, roots));
    }
}
