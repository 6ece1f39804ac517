package org.tandemrec.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tandemrec.regression.LowRank;
import org.tandemrec.regression.SparseMatrix;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * Vectors of items made of how often they stand near each other: eigenvectors of the positive
 * pointwise mutual information {@code max(0, log(C_ij total / (n_i n_j)))}, that of rare pairs
 * damped by {@code sqrt(C / (C + 1))} (Levy and Goldberg 2014), where C are the {@link PairCounts}
 * and n their sums by row.
 */
final class PairInformation {
    private static final int SPARE = 16;

    private PairInformation() {}

    /**
     * Where the items' vectors start: each eigenvector times the root of its eigenvalue, the
     * highest first; zeros where there are fewer.
     *
     * @param counts items by items, the unknown one among them
     * @param wanted how many eigenvectors
     * @param width of a vector, at least as many
     */
    static Matrix vectors(SparseMatrix counts, int wanted, int width, long seed, Workers workers) {
        int items = counts.rows();
        LowRank spectrum = LowRank.of(of(counts), Math.min(wanted + SPARE, items), seed, workers);
        int[] positive =
                IntStream.range(0, spectrum.rank())
                        .filter(column -> isPositive(spectrum, column))
                        .limit(wanted)
                        .toArray();
        Matrix vectors = Matrix.zeros(items, width);
        for (int at = 0; at < positive.length; at++) {
            float scale = (float) Math.sqrt(spectrum.value(positive[at]));
            for (int item = 0; item < items; item++) {
                vectors.set(item, at, scale * spectrum.left().at(item, positive[at]));
            }
        }
        return vectors;
    }

    /** Left and right vectors of a negative eigenvalue point opposite ways. */
    private static boolean isPositive(LowRank spectrum, int column) {
        double along = 0;
        for (int row = 0; row < spectrum.left().rows(); row++) {
            along += (double) spectrum.left().at(row, column) * spectrum.right().at(row, column);
        }
        return along > 0;
    }

    private static SparseMatrix of(SparseMatrix counts) {
        double[] sums = sums(counts);
        double total = Arrays.stream(sums).sum();
        int[] rowOf = new int[counts.cells()];
        int[] columnOf = new int[counts.cells()];
        float[] values = new float[counts.cells()];
        for (int row = 0; row < counts.rows(); row++) {
            for (int cell = counts.start(row); cell < counts.start(row + 1); cell++) {
                rowOf[cell] = row;
                columnOf[cell] = counts.column(cell);
                double share = total / (sums[row] * sums[columnOf[cell]]);
                values[cell] = information(counts.value(cell), share);
            }
        }
        return SparseMatrix.of(counts.rows(), counts.columns(), rowOf, columnOf, values);
    }

    private static double[] sums(SparseMatrix counts) {
        double[] sums = new double[counts.rows()];
        for (int row = 0; row < sums.length; row++) {
            for (int cell = counts.start(row); cell < counts.start(row + 1); cell++) {
                sums[row] += counts.value(cell);
            }
        }
        return sums;
    }

    private static float information(float count, double share) {
        double surprise = Math.max(0, StrictMath.log(count * share));
        return (float) (surprise * Math.sqrt(count / (count + 1)));
    }
}
