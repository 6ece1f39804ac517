package org.tandemrec.layers;

/**
 * A batch of valued pairs: each names a row on the left, a row on the right, and the value that
 * their meeting should have. Sorted both ways, so that each side's gradients can be summed in a
 * fixed order. One such object is filled anew for every batch.
 */
public final class Pairs {
    private final Groups lefts;
    private final Groups rights;
    private final float[] values;
    private int size;

    /** Room for {@code capacity} pairs between so many keys on the left and on the right. */
    public Pairs(int capacity, int leftKeys, int rightKeys) {
        this.lefts = new Groups(capacity, leftKeys);
        this.rights = new Groups(capacity, rightKeys);
        this.values = new float[capacity];
    }

    /** Takes over the first {@code count} pairs. */
    public void fill(int[] leftKeys, int[] rightKeys, float[] values, int count) {
        System.arraycopy(values, 0, this.values, 0, count);
        lefts.sort(leftKeys, count);
        rights.sort(rightKeys, count);
        size = count;
    }

    public int size() {
        return size;
    }

    /** The distinct keys on the left; a vector matrix has one row for each, in this order. */
    public Groups lefts() {
        return lefts;
    }

    /** The distinct keys on the right; a vector matrix has one row for each, in this order. */
    public Groups rights() {
        return rights;
    }

    float value(int pair) {
        return values[pair];
    }
}
