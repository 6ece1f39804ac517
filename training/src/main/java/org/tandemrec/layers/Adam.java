package org.tandemrec.layers;

import org.tandemrec.vectors.AdamRow;
import org.tandemrec.vectors.AdamStep;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;

/**
 * Adam with decoupled decay (Kingma and Ba 2015; Loshchilov and Hutter 2019): counts the steps and
 * carries out each. Between two calls of {@link #nextStep} it may be used by many threads.
 */
public final class Adam {
    private static final double FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.999;
    private static final double EPSILON = 1e-8;

    private final double decay;
    private final double firstDecay;
    private final double secondDecay;
    private double firstPower = 1;
    private double secondPower = 1;
    private AdamStep step = new AdamStep(0, 0, 0, 1, 1);

    /**
     * An optimiser before its first step.
     *
     * @param decay each step takes {@code rate * decay} of every value away
     */
    public Adam(double decay) {
        this(decay, FIRST_DECAY, SECOND_DECAY);
    }

    /**
     * An optimiser before its first step.
     *
     * @param decay each step takes {@code rate * decay} of every value away
     * @param firstDecay how much of the gradients' running mean a step leaves
     * @param secondDecay how much of the running mean of their squares a step leaves
     */
    public Adam(double decay, double firstDecay, double secondDecay) {
        this.decay = decay;
        this.firstDecay = firstDecay;
        this.secondDecay = secondDecay;
    }

    /** Begins a step at this learning rate. */
    public void nextStep(double rate) {
        firstPower *= firstDecay;
        secondPower *= secondDecay;
        double scale = Math.sqrt(1 - secondPower);
        step =
                new AdamStep(
                        (float) firstDecay,
                        (float) secondDecay,
                        (float) (rate * scale / (1 - firstPower)),
                        (float) (EPSILON * scale),
                        (float) (1 - rate * decay));
    }

    /** Moves one row of a parameter against one row of gradients. */
    void move(AdamRow row, Matrix gradients, int gradientRow) {
        Rows.adam(step, row, gradients.values(), gradients.offset(gradientRow), gradients.stride());
    }
}
