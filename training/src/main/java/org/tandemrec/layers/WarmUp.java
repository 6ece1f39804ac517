package org.tandemrec.layers;

/**
 * The learning rate over a training of known length: straight up to the peak, then along half a
 * cosine down to {@link #LAST} of it (Loshchilov and Hutter 2017).
 *
 * @param peak the highest rate
 * @param steps how many steps the training has, at least 1
 */
public record WarmUp(double peak, int steps) {
    /** The part of the steps in which the rate rises. */
    public static final double RISING = 0.05;

    /** The part of the peak that is left at the end. */
    public static final double LAST = 0.02;

    public WarmUp {
        if (!(peak > 0) || steps < 1) {
            throw new IllegalArgumentException(
                    "a warm-up has a peak above 0 and at least one step, got %s and %d"
                            .formatted(peak, steps));
        }
    }

    /** The rate of a step, the first being 0; steps after the last have the last one's rate. */
    public double rateAt(int step) {
        double part = Math.min(1, (step + 1.0) / steps);
        if (part < RISING) {
            return peak * part / RISING;
        }
        double falling = (part - RISING) / (1 - RISING);
        double height = (1 + StrictMath.cos(StrictMath.PI * falling)) / 2;
        return peak * (LAST + (1 - LAST) * height);
    }
}
