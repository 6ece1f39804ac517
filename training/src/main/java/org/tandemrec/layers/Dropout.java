package org.tandemrec.layers;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * Sets numbers to zero by chance and scales the others so that the mean stays (Srivastava et al.
 * 2014). The chance is rounded to 256ths: a byte of randomness decides on each number.
 */
public final class Dropout {
    private static final int ROWS_PER_TASK = 256;
    private static final int LEVELS = 256;

    private final float[] factorOfByte;
    private final Matrix factors;

    /**
     * A dropout with room for so many rows.
     *
     * @param chance of a number to become zero, from 0 to 0.9
     */
    public Dropout(double chance, int columns, int capacity) {
        int dropped = (int) Math.round(chance * LEVELS);
        this.factorOfByte = new float[LEVELS];
        Arrays.fill(factorOfByte, dropped, LEVELS, (float) LEVELS / (LEVELS - dropped));
        this.factors = Matrix.zeros(capacity, columns);
    }

    /** Whether nothing is ever dropped. */
    private boolean idle() {
        return factorOfByte[0] == 1;
    }

    /** Drops anew; the same seed drops the same numbers, on any number of threads. */
    public void forward(Matrix inOut, long seed, Workers workers) {
        if (!idle()) {
            workers.forRanges(
                    inOut.rows(), ROWS_PER_TASK, (from, to) -> forward(inOut, seed, from, to));
        }
    }

    private void forward(Matrix inOut, long seed, int from, int to) {
        for (int row = from; row < to; row++) {
            draw(new SplittableRandom(seed + row), inOut.offset(row), inOut.columns());
        }
        multiply(inOut.values(), inOut.offset(from), inOut.offset(to));
    }

    private void draw(SplittableRandom random, int offset, int columns) {
        for (int column = 0; column < columns; column += Long.BYTES) {
            long bytes = random.nextLong();
            int end = offset + Math.min(columns, column + Long.BYTES);
            for (int at = offset + column; at < end; at++) {
                factors.values()[at] = factorOfByte[(int) bytes & (LEVELS - 1)];
                bytes >>>= Byte.SIZE;
            }
        }
    }

    private void multiply(float[] values, int from, int to) {
        float[] by = factors.values();
        for (int at = from; at < to; at++) {
            values[at] *= by[at];
        }
    }

    /** Turns the gradient by what was left into the gradient by what was there. */
    public void backward(Matrix gradient, Workers workers) {
        if (!idle()) {
            workers.forRanges(
                    gradient.rows(),
                    ROWS_PER_TASK,
                    (from, to) ->
                            multiply(
                                    gradient.values(), gradient.offset(from), gradient.offset(to)));
        }
    }
}
