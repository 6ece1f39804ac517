package org.tandemrec.layers;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.tandemrec.vectors.Block;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;

/**
 * The items that a next item is told from: all that occur, or in large catalogues some, drawn anew
 * for every step. An item that was drawn with chance p counts {@code 1 / p} times, which keeps the
 * mean of the sum over all (Bengio and Senécal 2008). Filled by one thread, then read by many.
 */
public final class Candidates {
    private static final int ABSENT = -1;
    private static final float NEVER = -1e30f;

    private final double[] chances;
    private final int[] items;
    private final int[] placeOf;
    private final float[] corrections;
    private final Matrix rows;
    private final Matrix columns;
    private int size;

    private Candidates(double[] chances, int most, int width) {
        this.chances = chances;
        this.items = new int[most];
        this.placeOf = new int[chances.length];
        this.rows = Matrix.zeros(most, width);
        this.columns = Matrix.zeros(width, most);
        this.corrections = new float[columns.stride()];
    }

    /**
     * Candidates by how often each item occurs; those that never do are none.
     *
     * @param counts of each item
     * @param wanted how many are drawn for a step, on average at most; all where there are no more
     * @param width of an item's vector
     */
    public static Candidates of(int[] counts, int wanted, int width) {
        int occurring = (int) Arrays.stream(counts).filter(count -> count > 0).count();
        double[] chances = new double[counts.length];
        double share = occurring <= wanted ? Double.POSITIVE_INFINITY : share(counts, wanted);
        for (int item = 0; item < counts.length; item++) {
            chances[item] = counts[item] == 0 ? 0 : Math.min(1, share * weight(counts[item]));
        }
        int most = occurring <= wanted ? occurring : Math.min(occurring, 2 * wanted);
        return new Candidates(chances, most, width);
    }

    private static double share(int[] counts, int wanted) {
        return wanted / Arrays.stream(counts).mapToDouble(Candidates::weight).sum();
    }

    /** Frequent items are drawn more often, but not as much more often as they occur. */
    private static double weight(int count) {
        return StrictMath.pow(count, 0.75);
    }

    /** How many there are at most. */
    public int most() {
        return items.length;
    }

    /** Whether an item occurs at all, and so may be drawn. */
    public boolean mayCome(int item) {
        return chances[item] > 0;
    }

    /** Draws the candidates of a step and reads their vectors. */
    public void draw(Matrix vectors, SplittableRandom random) {
        size = 0;
        for (int item = 0; item < chances.length; item++) {
            boolean drawn = chances[item] >= 1 || random.nextDouble() < chances[item];
            placeOf[item] = drawn && size < items.length ? add(item) : ABSENT;
        }
        Arrays.fill(corrections, size, corrections.length, NEVER);
        for (int place = 0; place < size; place++) {
            corrections[place] = (float) -StrictMath.log(chances[items[place]]);
            read(vectors, place);
        }
    }

    private int add(int item) {
        items[size] = item;
        return size++;
    }

    private void read(Matrix vectors, int place) {
        int offset = vectors.offset(items[place]);
        System.arraycopy(
                vectors.values(), offset, rows.values(), rows.offset(place), vectors.stride());
        for (int column = 0; column < vectors.columns(); column++) {
            columns.values()[columns.offset(column) + place] = vectors.values()[offset + column];
        }
    }

    int size() {
        return size;
    }

    /** One row a candidate. */
    Block rows() {
        return new Block(rows, 0, 0, size, rows.stride());
    }

    /** One column a candidate, with padding. */
    Block columns() {
        return new Block(columns, 0, 0, columns.rows(), paddedSize());
    }

    int paddedSize() {
        return Math.ceilDiv(size, Matrix.LANES) * Matrix.LANES;
    }

    /** What is added to each score; puts those of the padding out of reach. */
    void copyCorrections(float[] into, int offset) {
        System.arraycopy(corrections, 0, into, offset, paddedSize());
    }

    /** Puts an item out of reach, where it is a candidate. */
    void exclude(int item, float[] scores, int offset) {
        int place = placeOf[item];
        if (place != ABSENT) {
            scores[offset + place] = NEVER;
        }
    }

    /** Adds the candidates' gradients to those of their items. */
    void addGradients(Matrix gradients, Matrix itemGradients) {
        for (int place = 0; place < size; place++) {
            Rows.addScaled(
                    itemGradients.values(),
                    itemGradients.offset(items[place]),
                    1,
                    gradients.values(),
                    gradients.offset(place),
                    gradients.stride());
        }
    }
}
