package org.tandemrec.importing;

import java.util.Arrays;
import java.util.OptionalInt;

/** The codes of a foreign tower by a row number of ours: one or several for each row. */
final class CodeTable {
    private final long[] codes;
    private final OptionalInt width;

    /**
     * A table of {@code rows} rows, each full of padding.
     *
     * @param width codes a row; absent where the foreign input has no second dimension
     */
    CodeTable(int rows, OptionalInt width, long padding) {
        this.codes = new long[Math.multiplyExact(rows, width.orElse(1))];
        this.width = width;
        Arrays.fill(codes, padding);
    }

    void set(int row, int position, long code) {
        codes[row * width.orElse(1) + position] = code;
    }

    /** The codes row by row; for reading only. */
    long[] codes() {
        return codes;
    }

    /** Its dimensions: rows, or rows and width. */
    long[] shape() {
        long rows = codes.length / width.orElse(1);
        return width.isPresent() ? new long[] {rows, width.getAsInt()} : new long[] {rows};
    }

    /** The highest code in it. */
    long highest() {
        return Arrays.stream(codes).max().orElse(0);
    }
}
