package org.tandemrec.towers;

/**
 * The measures of a {@link DecayEncoder}.
 *
 * @param width of a vector
 * @param hidden width of the layer between memory and vector
 * @param longest events of a sequence at most
 * @param dropout how many numbers are dropped while training, from 0 to 0.9
 * @param capacity rows of a batch at most
 */
public record DecayPlan(int width, int hidden, int longest, double dropout, int capacity) {
    /** After so many events the quickest column has forgotten all but 1 / e. */
    static final double SHORTEST_LIFETIME = 0.6;

    /** The same of the slowest column. */
    static final double LONGEST_LIFETIME = 500;
}
