package org.tandemrec.layers;

import java.util.Arrays;

/**
 * Rows of codes, the input of a lookup. A single code a row may be 0, the unknown; lists of codes
 * are padded with 0 at their end. One such object is filled anew for every batch, from one thread.
 */
public final class Codes {
    private final boolean lists;
    private final int width;
    private final int[] values;
    private int rows;

    private Codes(boolean lists, int capacity, int width) {
        this.lists = lists;
        this.width = width;
        this.values = new int[Math.multiplyExact(capacity, width)];
    }

    /** Room for this many rows of one code each. */
    public static Codes singles(int capacity) {
        return new Codes(false, capacity, 1);
    }

    /** Room for this many rows of up to {@code width} codes each. */
    public static Codes lists(int capacity, int width) {
        return new Codes(true, capacity, width);
    }

    /** Removes all rows. */
    public void clear() {
        rows = 0;
    }

    /** Appends the row that begins at an offset of a source. */
    public void add(int[] source, int offset) {
        System.arraycopy(source, offset, values, rows * width, width);
        rows++;
    }

    /** Appends an unknown row: nothing but zeros. */
    public void addUnknown() {
        Arrays.fill(values, rows * width, (rows + 1) * width, 0);
        rows++;
    }

    public int rows() {
        return rows;
    }

    /** How many places for codes a row has. */
    public int width() {
        return width;
    }

    /** The code at a place of a row. */
    public int at(int row, int place) {
        return values[row * width + place];
    }

    /** How many codes of a row count: one where codes are single, else those before the padding. */
    public int length(int row) {
        int length = width;
        while (lists && length > 0 && at(row, length - 1) == 0) {
            length--;
        }
        return length;
    }
}
