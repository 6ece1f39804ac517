package org.tandemrec.data;

import java.util.OptionalDouble;

/** Numbers; a cell may be missing. */
public final class NumberColumn implements Column {
    private final double[] numbers;

    /**
     * A column of these cells.
     *
     * @param numbers one number a cell, {@code NaN} where it is missing
     */
    public NumberColumn(double[] numbers) {
        this.numbers = numbers.clone();
    }

    @Override
    public int size() {
        return numbers.length;
    }

    /** The number in a cell. */
    public OptionalDouble at(int cell) {
        return Double.isNaN(numbers[cell])
                ? OptionalDouble.empty()
                : OptionalDouble.of(numbers[cell]);
    }
}
