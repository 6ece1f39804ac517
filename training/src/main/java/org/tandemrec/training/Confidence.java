package org.tandemrec.training;

/**
 * How far an item's vector is trusted: its length is {@code (n + 1) / (n + 1 + doubt)} for n
 * interactions. A vector that rests on one or two of them scores lower than a proven one that
 * points the same way, so a rare item does not lead a list by accident.
 */
final class Confidence {
    private static final float DOUBT = 1;

    private Confidence() {}

    /** A length from 0.5, for an item never seen, towards 1, for each of these counts. */
    static float[] of(int[] counts) {
        float[] lengths = new float[counts.length];
        for (int row = 0; row < counts.length; row++) {
            lengths[row] = (counts[row] + 1) / (counts[row] + 1 + DOUBT);
        }
        return lengths;
    }
}
