package org.tandemrec.reading;

/**
 * A pass over the rows of one file. Cells are counted from 0, in the order in which they were
 * wanted. Rows that do not even have cells are rejected on the way. Not safe for threads.
 */
interface Rows extends AutoCloseable {
    /** What {@link #integer} gives for a cell that is no plain whole number. */
    long NO_INTEGER = Long.MIN_VALUE;

    /** Goes to the next row; false after the last. */
    boolean next();

    /** The line of this row, counted from 1. */
    long line();

    /** The text of a cell; empty where the cell is. */
    String text(int cell);

    /** The whole number that a cell is the plain decimal form of, or {@link #NO_INTEGER}. */
    long integer(int cell);

    /** The number in a cell, or {@code NaN} where there is none. */
    double number(int cell);

    /** What went missing on the way; known after the last row. */
    UnreadableLines unreadable();

    @Override
    void close();
}
