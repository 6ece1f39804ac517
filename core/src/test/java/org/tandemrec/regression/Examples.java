package org.tandemrec.regression;

import java.util.SplittableRandom;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.MatrixProduct;
import org.tandemrec.vectors.Workers;

/** Matrices to try closed forms on. */
final class Examples {
    private Examples() {}

    static Matrix random(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix matrix = Matrix.zeros(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                matrix.set(row, column, (float) random.nextGaussian());
            }
        }
        return matrix;
    }

    /** Symmetric, with eigenvalues of at least 1. */
    static Matrix positiveDefinite(int size, long seed) {
        Matrix half = random(size, size, seed);
        Matrix matrix = identity(size);
        try (Workers workers = Workers.of(1)) {
            MatrixProduct.addTransposed(half, half, matrix, workers);
        }
        return matrix;
    }

    static Matrix identity(int size) {
        Matrix matrix = Matrix.zeros(size, size);
        ClosedForm.addToDiagonal(matrix, 1);
        return matrix;
    }

    static Matrix product(Matrix left, Matrix right) {
        Matrix product = Matrix.zeros(left.rows(), right.columns());
        try (Workers workers = Workers.of(1)) {
            MatrixProduct.add(left, right, product, workers);
        }
        return product;
    }

    /** A sparse matrix with a cell of value 1, 2 or 3 in about one place of four. */
    static SparseMatrix sparse(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] places =
                random.ints((long) rows * columns / 4, 0, rows * columns)
                        .distinct()
                        .sorted()
                        .toArray();
        int[] rowOf = new int[places.length];
        int[] columnOf = new int[places.length];
        float[] values = new float[places.length];
        for (int cell = 0; cell < places.length; cell++) {
            rowOf[cell] = places[cell] / columns;
            columnOf[cell] = places[cell] % columns;
            values[cell] = 1 + random.nextInt(3);
        }
        return SparseMatrix.of(rows, columns, rowOf, columnOf, values);
    }

    static Matrix dense(SparseMatrix sparse) {
        Matrix matrix = Matrix.zeros(sparse.rows(), sparse.columns());
        for (int row = 0; row < sparse.rows(); row++) {
            for (int cell = sparse.start(row); cell < sparse.start(row + 1); cell++) {
                matrix.set(row, sparse.column(cell), sparse.value(cell));
            }
        }
        return matrix;
    }

    /** The largest difference between two cells of the same place. */
    static double distance(Matrix one, Matrix other) {
        double largest = 0;
        for (int row = 0; row < one.rows(); row++) {
            for (int column = 0; column < one.columns(); column++) {
                double difference = Math.abs(one.at(row, column) - other.at(row, column));
                largest = Math.max(largest, difference);
            }
        }
        return largest;
    }
}
