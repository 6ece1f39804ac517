package org.tandemrec.towers;

/**
 * The measures of a {@link SequenceEncoder}.
 *
 * @param width of a vector; heads of a multiple of 16
 * @param heads of the attention
 * @param blocks how many follow each other
 * @param longest events of a sequence at most
 * @param lastReach how near the events are that the last block looks at, where others precede it
 * @param dropout how many numbers are dropped while training, from 0 to 0.9
 * @param capacity rows of a batch at most
 */
public record SequencePlan(
        int width,
        int heads,
        int blocks,
        int longest,
        int lastReach,
        double dropout,
        int capacity) {
    /** A feed-forward layer is so many times as wide as a vector. */
    static final int WIDENING = 2;

    /** How near the events are that a block looks at. */
    int reach(int block) {
        boolean last = block > 0 && block == blocks - 1;
        return last ? Math.min(lastReach, longest) : longest;
    }

    /** The same measures for batches of other sizes. */
    public SequencePlan withCapacity(int rows) {
        return new SequencePlan(width, heads, blocks, longest, lastReach, dropout, rows);
    }
}
