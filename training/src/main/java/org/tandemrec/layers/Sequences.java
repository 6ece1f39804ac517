package org.tandemrec.layers;

import java.util.Arrays;

/**
 * How the rows of a batch form sequences: one after the other, each of its own length. One such
 * object is filled anew for every batch, from one thread; many may read it in between.
 */
public final class Sequences {
    private final int[] starts;
    private int count;

    /** Room for this many sequences. */
    public Sequences(int capacity) {
        this.starts = new int[capacity + 1];
    }

    /** Sequences of these lengths. */
    static Sequences of(int... lengths) {
        Sequences sequences = new Sequences(lengths.length);
        Arrays.stream(lengths).forEach(sequences::add);
        return sequences;
    }

    /** Removes all sequences. */
    public void clear() {
        count = 0;
    }

    /** Appends a sequence of so many rows, at least one. */
    public void add(int length) {
        if (length < 1) {
            throw new IllegalArgumentException(
                    "a sequence of %d rows, expected at least 1".formatted(length));
        }
        starts[count + 1] = starts[count] + length;
        count++;
    }

    public int count() {
        return count;
    }

    /** How many rows all sequences have together. */
    public int rows() {
        return starts[count];
    }

    /** The first row of a sequence. */
    public int start(int sequence) {
        return starts[sequence];
    }

    /** The row after the last one of a sequence. */
    public int end(int sequence) {
        return starts[sequence + 1];
    }

    /** How many rows a sequence has. */
    public int length(int sequence) {
        return end(sequence) - start(sequence);
    }
}
