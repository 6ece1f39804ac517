package org.tandemrec.data;

import java.util.OptionalLong;

/** Moments in seconds since 1970; a cell may be missing. */
public final class TimeColumn implements Column {
    /** Stands for a missing moment in the array a column is made of. */
    public static final long MISSING = Long.MIN_VALUE;

    private final long[] seconds;

    /**
     * A column of these cells.
     *
     * @param seconds one moment a cell, {@link #MISSING} where there is none
     */
    public TimeColumn(long[] seconds) {
        this.seconds = seconds.clone();
    }

    @Override
    public int size() {
        return seconds.length;
    }

    /** The moment in a cell. */
    public OptionalLong at(int cell) {
        return seconds[cell] == MISSING ? OptionalLong.empty() : OptionalLong.of(seconds[cell]);
    }
}
