package org.tandemrec.layers;

/**
 * The learning rate over a training of known length (Smith and Topin 2019): along a cosine from a
 * twenty-fifth of the peak up to the peak, then along a cosine down to a tenth of it. Going further
 * down fits the training data better and everything else worse, as decay shrinks with the rate.
 *
 * @param peak the highest rate
 * @param steps how many steps the training has, at least 1
 * @param rising the part of the steps on the way up, above 0 and below 1
 * @param last the last rate as a part of the peak
 */
public record OneCycle(double peak, int steps, double rising, double last) {
    private static final double RISING = 0.3;
    private static final double FIRST = 1.0 / 25;
    private static final double LAST = 0.1;

    public OneCycle {
        if (!(peak > 0) || steps < 1) {
            throw new IllegalArgumentException(
                    "a cycle has a peak above 0 and at least one step, got %s and %d"
                            .formatted(peak, steps));
        }
    }

    /** A cycle that rises over 0.3 of its steps and ends at a tenth of the peak. */
    public OneCycle(double peak, int steps) {
        this(peak, steps, RISING, LAST);
    }

    /** The rate of a step, the first being 0; steps after the last have the last one's rate. */
    public double rateAt(int step) {
        double part = Math.min(1, (double) step / Math.max(1, steps - 1));
        return part < rising
                ? between(FIRST, 1, part / rising)
                : between(1, last, (part - rising) / (1 - rising));
    }

    /** {@link StrictMath}, for the same bits on every machine. */
    private double between(double from, double to, double part) {
        return peak * (from + (to - from) * (1 - StrictMath.cos(StrictMath.PI * part)) / 2);
    }
}
