package org.tandemrec.training;

import java.util.stream.IntStream;
import org.tandemrec.regression.LowRank;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.MatrixProduct;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/**
 * How much alike items are by their hidden numbers h,
 *
 * <pre>{@code k(i, j) = h_i . h_j (1 + s cos(h_i, h_j))}</pre>
 *
 * in units of the mean k(i, i) of what was met: the sharpness s makes more of those that point the
 * same way. It is a kernel, because sums and products of kernels are.
 *
 * <p>Items get places whose inner products are their likeness, as closely as so many axes can: the
 * kernel's principal components (Schölkopf, Smola and Müller 1998), each item counted as often as
 * it was met. They are found over the most met items; every item is placed by its likeness to those
 * (Williams and Seeger 2001).
 */
final class Likeness {
    /** Over how many items the components are found at most: their likeness takes 144 MB. */
    static final int MOST_COMPARED = 6_000;

    private static final int ITEMS_AT_ONCE = 1_024;
    private static final float NEGLIGIBLE = 1e-6f;
    private static final long SEED = 1;

    private final Matrix hidden;
    private final float sharpness;
    private final float[] lengths;
    private final float unit;
    private final int[] rows;
    private final Matrix compared;
    private final float[] roots;

    /**
     * A likeness.
     *
     * @param hidden numbers, a row an item
     * @param sharpness s, from 0
     * @param counts how often each item was met, by row; not all of them 0
     */
    Likeness(Matrix hidden, double sharpness, int[] counts) {
        this.hidden = hidden;
        this.sharpness = (float) sharpness;
        this.lengths = new float[hidden.rows()];
        double met = 0;
        double squares = 0;
        for (int row = 0; row < lengths.length; row++) {
            double square = square(row);
            lengths[row] = (float) Math.sqrt(Math.max(Float.MIN_NORMAL, square));
            met += counts[row];
            squares += counts[row] * square;
        }
        this.unit = squares > 0 ? (float) (met / (squares * (1 + sharpness))) : 0;
        ItemColumns columns = ItemColumns.of(counts, MOST_COMPARED);
        this.rows = IntStream.range(0, columns.count()).map(columns::rowOf).toArray();
        this.compared = picked(rows).transposed();
        this.roots = new float[rows.length];
        for (int at = 0; at < rows.length; at++) {
            roots[at] = (float) Math.sqrt(counts[rows[at]] / met);
        }
    }

    private double square(int row) {
        int offset = hidden.offset(row);
        return Rows.dot(hidden.values(), offset, hidden.values(), offset, hidden.stride());
    }

    private Matrix picked(int... rows) {
        Matrix picked = Matrix.zeros(rows.length, hidden.columns());
        for (int at = 0; at < rows.length; at++) {
            System.arraycopy(
                    hidden.values(),
                    hidden.offset(rows[at]),
                    picked.values(),
                    picked.offset(at),
                    hidden.stride());
        }
        return picked;
    }

    /**
     * The items' places, a row an item.
     *
     * @param axes of the places at most
     */
    Matrix places(int axes, Workers workers) {
        Matrix weighted = toCompared(rows, workers);
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows.length; column++) {
                float likeness = weighted.at(row, column);
                weighted.set(row, column, roots[row] * roots[column] * likeness);
            }
        }
        Matrix turn = turn(LowRank.of(weighted, axes, SEED, workers));
        Matrix places = Matrix.zeros(hidden.rows(), turn.columns());
        for (int from = 0; from < places.rows(); from += ITEMS_AT_ONCE) {
            int to = Math.min(places.rows(), from + ITEMS_AT_ONCE);
            Matrix part = Matrix.zeros(to - from, turn.columns());
            MatrixProduct.add(
                    toCompared(IntStream.range(from, to).toArray(), workers), turn, part, workers);
            System.arraycopy(
                    part.values(),
                    part.offset(0),
                    places.values(),
                    places.offset(from),
                    part.rows() * part.stride());
        }
        return places;
    }

    /** What makes places of the likeness to what is compared. */
    private Matrix turn(LowRank components) {
        Matrix turn = Matrix.zeros(rows.length, components.rank());
        float least = NEGLIGIBLE * components.value(0);
        for (int axis = 0; axis < components.rank(); axis++) {
            float value = components.value(axis);
            float scale = value > least ? (float) (1 / Math.sqrt(value)) : 0;
            for (int row = 0; row < rows.length; row++) {
                turn.set(row, axis, scale * roots[row] * components.left().at(row, axis));
            }
        }
        return turn;
    }

    /** The likeness of some items to those that are compared, a row for each of the first. */
    private Matrix toCompared(int[] items, Workers workers) {
        Matrix likeness = Matrix.zeros(items.length, rows.length);
        MatrixProduct.add(picked(items), compared, likeness, workers);
        for (int at = 0; at < items.length; at++) {
            for (int column = 0; column < rows.length; column++) {
                float product = likeness.at(at, column);
                float cosine = product / (lengths[items[at]] * lengths[rows[column]]);
                likeness.set(at, column, unit * product * (1 + sharpness * cosine));
            }
        }
        return likeness;
    }
}
