package org.tandemrec.layers;

/**
 * What comes next after each row of a batch, and what cannot because it was met before. One such
 * object is filled anew for every batch.
 */
public final class Targets {
    private static final int NONE = -1;

    private final int[] met;
    private final int[] target;
    private final int[] metFrom;
    private final int[] metTo;
    private int rows;
    private int count;

    /**
     * Room for so many rows.
     *
     * @param met items in the order of being met; each row names a range of them
     */
    public Targets(int[] met, int capacity) {
        this.met = met;
        this.target = new int[capacity];
        this.metFrom = new int[capacity];
        this.metTo = new int[capacity];
    }

    /** Removes all rows. */
    public void clear() {
        rows = 0;
        count = 0;
    }

    /** Appends a row of which nothing is to be learned. */
    public void addNone() {
        target[rows++] = NONE;
    }

    /**
     * Appends a row.
     *
     * @param next the item that comes next
     * @param from the first place among the met items that counts
     * @param to the place after the last one
     */
    public void add(int next, int from, int to) {
        target[rows] = next;
        metFrom[rows] = from;
        metTo[rows++] = to;
        count++;
    }

    public int rows() {
        return rows;
    }

    /** How many rows have a target. */
    public int count() {
        return count;
    }

    boolean has(int row) {
        return target[row] != NONE;
    }

    int next(int row) {
        return target[row];
    }

    int metFrom(int row) {
        return metFrom[row];
    }

    int metTo(int row) {
        return metTo[row];
    }

    int met(int place) {
        return met[place];
    }
}
