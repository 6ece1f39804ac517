package org.tandemrec.layers;

/**
 * How well each id is known, from how often it was seen: a trust between 0 and 1, {@code n / (n +
 * half)}, and a class that it shares with all ids seen about as often.
 */
public final class Familiarity {
    /** Class 0 is for the unknown id, which stands for all; the others count powers of two. */
    private static final int CLASSES = 12;

    private final float[] trusts;
    private final int[] classes;

    private Familiarity(float[] trusts, int[] classes) {
        this.trusts = trusts;
        this.classes = classes;
    }

    /**
     * The familiarity of ids that were seen so often; id 0, the unknown, is trusted fully.
     *
     * @param half how often an id has to be seen to be trusted by half
     */
    public static Familiarity of(int[] counts, double half) {
        float[] trusts = new float[counts.length];
        int[] classes = new int[counts.length];
        for (int id = 1; id < counts.length; id++) {
            trusts[id] = counts[id] == 0 ? 0 : (float) (counts[id] / (counts[id] + half));
            classes[id] = Math.min(CLASSES - 1, 1 + log2(counts[id] + 1));
        }
        trusts[0] = 1;
        return new Familiarity(trusts, classes);
    }

    private static int log2(int count) {
        return 31 - Integer.numberOfLeadingZeros(count);
    }

    int classes() {
        return CLASSES;
    }

    /** The class of every id, in the order of the ids; not to be written to. */
    int[] classOfEach() {
        return classes;
    }

    float trust(int id) {
        return trusts[id];
    }
}
