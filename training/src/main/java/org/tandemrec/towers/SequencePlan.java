package org.tandemrec.towers;

/**
 * The measures of a {@link SequenceEncoder}.
 *
 * @param width of a vector; heads of a multiple of 16
 * @param heads of the attention
 * @param blocks how many follow each other
 * @param longest events of a sequence at most
 * @param dropout how many numbers are dropped while training, from 0 to 0.9
 * @param capacity rows of a batch at most
 */
public record SequencePlan(
        int width, int heads, int blocks, int longest, double dropout, int capacity) {
    /** A feed-forward layer is so many times as wide as a vector. */
    static final int WIDENING = 2;

    /** The same measures for batches of other sizes. */
    public SequencePlan withCapacity(int rows) {
        return new SequencePlan(width, heads, blocks, longest, dropout, rows);
    }
}
