package org.tandemrec.layers;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.tandemrec.vectors.Matrix;

/** The numbers a parameter starts from, the same on every machine for the same seed. */
public final class Start {
    private static final int UNIFORMS = 12;

    private Start() {}

    /**
     * Uniform numbers whose variance keeps signals alike in both directions (Glorot and Bengio
     * 2010).
     *
     * @param inputs how many inputs the whole layer has, of which this matrix may be a part
     */
    public static Matrix xavier(int rows, int columns, int inputs, long seed) {
        double limit = Math.sqrt(6.0 / (inputs + columns));
        return filled(rows, columns, seed, random -> random.nextDouble(-limit, limit));
    }

    /** Normal numbers around zero: sums of {@value #UNIFORMS} uniform ones. */
    public static Matrix normal(int rows, int columns, double deviation, long seed) {
        return filled(rows, columns, seed, random -> deviation * normal(random));
    }

    private static double normal(SplittableRandom random) {
        double sum = -UNIFORMS / 2.0;
        for (int uniform = 0; uniform < UNIFORMS; uniform++) {
            sum += random.nextDouble();
        }
        return sum;
    }

    private static Matrix filled(
            int rows, int columns, long seed, ToDoubleFunction<SplittableRandom> draw) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix matrix = Matrix.zeros(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                matrix.set(row, column, (float) draw.applyAsDouble(random));
            }
        }
        return matrix;
    }
}
