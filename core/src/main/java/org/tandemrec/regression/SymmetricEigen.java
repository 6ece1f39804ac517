package org.tandemrec.regression;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix in double precision, by cyclic Jacobi
 * rotations (Golub and Van Loan, Matrix Computations, section 8.5): the largest value first. Made
 * for some hundreds of rows.
 */
final class SymmetricEigen {
    private static final int MOST_SWEEPS = 30;
    private static final double NEGLIGIBLE = 1e-13;

    private final double[][] matrix;
    private final double[][] vectors;
    private final int[] order;

    private SymmetricEigen(double[][] matrix) {
        this.matrix = matrix;
        this.vectors = new double[matrix.length][matrix.length];
        for (int row = 0; row < matrix.length; row++) {
            vectors[row][row] = 1;
        }
        rotateAll();
        this.order =
                IntStream.range(0, matrix.length)
                        .boxed()
                        .sorted(Comparator.comparingDouble(row -> -matrix[row][row]))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }

    /** Of a matrix, which is used up. */
    static SymmetricEigen inPlace(double[][] matrix) {
        return new SymmetricEigen(matrix);
    }

    private void rotateAll() {
        double limit = NEGLIGIBLE * size();
        for (int sweep = 0; sweep < MOST_SWEEPS && offDiagonal() > limit; sweep++) {
            for (int first = 0; first < matrix.length; first++) {
                for (int second = first + 1; second < matrix.length; second++) {
                    rotate(first, second);
                }
            }
        }
    }

    private double size() {
        double sum = 0;
        for (double[] row : matrix) {
            for (double value : row) {
                sum += value * value;
            }
        }
        return Math.sqrt(sum);
    }

    private double offDiagonal() {
        double sum = 0;
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < row; column++) {
                sum += 2 * matrix[row][column] * matrix[row][column];
            }
        }
        return Math.sqrt(sum);
    }

    private void rotate(int first, int second) {
        double cross = matrix[first][second];
        if (cross == 0) {
            return;
        }
        double half = (matrix[second][second] - matrix[first][first]) / (2 * cross);
        double tangent = Math.copySign(1, half) / (Math.abs(half) + Math.hypot(1, half));
        double cosine = 1 / Math.hypot(1, tangent);
        double sine = tangent * cosine;
        for (double[] row : matrix) {
            turn(row, first, second, cosine, sine);
        }
        turn(matrix[first], matrix[second], cosine, sine);
        turn(vectors[first], vectors[second], cosine, sine);
    }

    private static void turn(double[] row, int first, int second, double cosine, double sine) {
        double before = row[first];
        row[first] = cosine * before - sine * row[second];
        row[second] = sine * before + cosine * row[second];
    }

    private static void turn(double[] first, double[] second, double cosine, double sine) {
        for (int column = 0; column < first.length; column++) {
            double before = first[column];
            first[column] = cosine * before - sine * second[column];
            second[column] = sine * before + cosine * second[column];
        }
    }

    /** The eigenvalue of a rank, 0 the largest. */
    double value(int rank) {
        return matrix[order[rank]][order[rank]];
    }

    /** The eigenvector of a rank, of length 1; not a copy. */
    double[] vector(int rank) {
        return vectors[order[rank]];
    }
}
