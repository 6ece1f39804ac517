package org.tandemrec.layers;

import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/**
 * Half the squared error of {@code offset + slope * (left · right)} against the pairs' values,
 * summed over the pairs, where the rows have length 1. Forward and backward are one pass by left
 * rows, then one by right rows; no two threads add to the same row.
 */
public final class CosineLoss {
    private static final int GROUPS_PER_TASK = 128;

    private final float offset;
    private final float slope;
    private final float[] errors;
    private final double[] squaredErrors;

    /** A loss with room for this many pairs in a batch. */
    public CosineLoss(double offset, double slope, int capacity) {
        this.offset = (float) offset;
        this.slope = (float) slope;
        this.errors = new float[capacity];
        this.squaredErrors = new double[capacity];
    }

    /**
     * Writes the gradients by both sides' rows and returns the sum of the squared errors.
     *
     * @param lefts one row for each of the pairs' left groups
     * @param rights one row for each of the pairs' right groups
     */
    public double backward(
            Pairs pairs,
            Matrix lefts,
            Matrix rights,
            Matrix leftGradient,
            Matrix rightGradient,
            Workers workers) {
        leftGradient.clear();
        rightGradient.clear();
        workers.forRanges(
                pairs.lefts().size(),
                GROUPS_PER_TASK,
                (from, to) -> backwardLeft(pairs, lefts, rights, leftGradient, from, to));
        workers.forRanges(
                pairs.rights().size(),
                GROUPS_PER_TASK,
                (from, to) -> backwardRight(pairs, lefts, rightGradient, from, to));
        return sumOfSquaredErrors(pairs.lefts().size());
    }

    private void backwardLeft(
            Pairs pairs, Matrix lefts, Matrix rights, Matrix leftGradient, int from, int to) {
        for (int group = from; group < to; group++) {
            double squared = 0;
            for (int place = pairs.lefts().start(group);
                    place < pairs.lefts().end(group);
                    place++) {
                int pair = pairs.lefts().position(place);
                int right = pairs.rights().groupOf(pair);
                errors[pair] = prediction(lefts, group, rights, right) - pairs.value(pair);
                squared += (double) errors[pair] * errors[pair];
                add(leftGradient, group, slope * errors[pair], rights, right);
            }
            squaredErrors[group] = squared;
        }
    }

    private void backwardRight(Pairs pairs, Matrix lefts, Matrix rightGradient, int from, int to) {
        for (int group = from; group < to; group++) {
            for (int place = pairs.rights().start(group);
                    place < pairs.rights().end(group);
                    place++) {
                int pair = pairs.rights().position(place);
                add(rightGradient, group, slope * errors[pair], lefts, pairs.lefts().groupOf(pair));
            }
        }
    }

    private static void add(Matrix target, int targetRow, float scale, Matrix source, int row) {
        Rows.addScaled(
                target.values(),
                target.offset(targetRow),
                scale,
                source.values(),
                source.offset(row),
                source.stride());
    }

    private double sumOfSquaredErrors(int groups) {
        double sum = 0;
        for (int group = 0; group < groups; group++) {
            sum += squaredErrors[group];
        }
        return sum;
    }

    /** What the meeting of two rows predicts. */
    public float prediction(Matrix lefts, int left, Matrix rights, int right) {
        float cosine =
                Rows.dot(
                        lefts.values(),
                        lefts.offset(left),
                        rights.values(),
                        rights.offset(right),
                        lefts.stride());
        return Math.fma(slope, cosine, offset);
    }
}
