package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleSupplier;
import org.tandemrec.vectors.Matrix;

/** Compares a gradient with what happens to the loss when each number is moved a little. */
final class GradientCheck {
    private static final float MOVE = 1f / 128;
    private static final double TOLERANCE = 0.01;

    private GradientCheck() {}

    static void check(Matrix values, Matrix gradient, DoubleSupplier loss) {
        for (int row = 0; row < values.rows(); row++) {
            for (int column = 0; column < values.columns(); column++) {
                float value = values.at(row, column);
                values.set(row, column, value + MOVE);
                double above = loss.getAsDouble();
                values.set(row, column, value - MOVE);
                double below = loss.getAsDouble();
                values.set(row, column, value);
                double slope = (above - below) / (2 * MOVE);
                assertThat((double) gradient.at(row, column))
                        .as("gradient at %d, %d", row, column)
                        .isCloseTo(slope, within(TOLERANCE * Math.max(1, Math.abs(slope))));
            }
        }
    }

    /** A loss that has {@code weights} as its gradient by {@code out}. */
    static double weighted(Matrix out, Matrix weights) {
        double sum = 0;
        for (int row = 0; row < out.rows(); row++) {
            for (int column = 0; column < out.columns(); column++) {
                sum += (double) out.at(row, column) * weights.at(row, column);
            }
        }
        return sum;
    }
}
