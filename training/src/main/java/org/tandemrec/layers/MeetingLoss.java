package org.tandemrec.layers;

import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/**
 * Half the squared error of {@code left · right} against the values of the meetings that the
 * context does not read, divided by their number. Forward and backward are one pass by left rows,
 * then one by right rows; no two threads add to the same row.
 */
public final class MeetingLoss {
    private static final int ROWS_PER_TASK = 64;

    private final float[] values;
    private final float[] errors;
    private final double[] squaredErrors;
    private final int[] counts;

    /**
     * A loss against these values.
     *
     * @param values of each meeting, on the scale of the inner products
     * @param leftRows how many rows there are on the left
     */
    public MeetingLoss(float[] values, int leftRows) {
        this.values = values.clone();
        this.errors = new float[values.length];
        this.squaredErrors = new double[leftRows];
        this.counts = new int[leftRows];
    }

    /**
     * Writes the gradients by both sides' rows.
     *
     * @param byLeft the meetings as lists of the left rows
     * @param byRight the same as lists of the right rows
     * @return the sum of the squared errors
     */
    public double backward(
            EventLists byLeft,
            EventLists byRight,
            Context context,
            Matrix lefts,
            Matrix rights,
            Matrix leftGradient,
            Matrix rightGradient,
            Workers workers) {
        leftGradient.clear();
        rightGradient.clear();
        workers.forRanges(
                byLeft.rows(),
                ROWS_PER_TASK,
                (from, to) -> left(byLeft, context, lefts, rights, leftGradient, from, to));
        workers.forRanges(
                byRight.rows(),
                ROWS_PER_TASK,
                (from, to) -> right(byRight, context, lefts, rightGradient, from, to));
        float share = 1f / Math.max(1, count());
        scale(leftGradient, share);
        scale(rightGradient, share);
        return sumOfSquaredErrors();
    }

    private void left(
            EventLists events,
            Context context,
            Matrix lefts,
            Matrix rights,
            Matrix gradient,
            int from,
            int to) {
        for (int row = from; row < to; row++) {
            double squared = 0;
            int count = 0;
            for (int place = events.start(row); place < events.end(row); place++) {
                int meeting = events.meeting(place);
                if (!context.reads(meeting)) {
                    int right = events.other(place);
                    float error = dot(lefts, row, rights, right) - values[meeting];
                    errors[meeting] = error;
                    squared += (double) error * error;
                    count++;
                    add(gradient, row, error, rights, right);
                }
            }
            squaredErrors[row] = squared;
            counts[row] = count;
        }
    }

    private void right(
            EventLists events, Context context, Matrix lefts, Matrix gradient, int from, int to) {
        for (int row = from; row < to; row++) {
            for (int place = events.start(row); place < events.end(row); place++) {
                int meeting = events.meeting(place);
                if (!context.reads(meeting)) {
                    add(gradient, row, errors[meeting], lefts, events.other(place));
                }
            }
        }
    }

    private static float dot(Matrix lefts, int left, Matrix rights, int right) {
        return Rows.dot(
                lefts.values(),
                lefts.offset(left),
                rights.values(),
                rights.offset(right),
                lefts.stride());
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

    private static void scale(Matrix matrix, float by) {
        float[] values = matrix.values();
        for (int at = 0; at < values.length; at++) {
            values[at] *= by;
        }
    }

    /** How many meetings the last pass predicted. */
    public int count() {
        int count = 0;
        for (int row : counts) {
            count += row;
        }
        return count;
    }

    private double sumOfSquaredErrors() {
        double sum = 0;
        for (double row : squaredErrors) {
            sum += row;
        }
        return sum;
    }
}
