package org.tandemrec.vectors;

import java.util.Arrays;

/**
 * Rows of floats in one array, row after row. Each row is padded to a multiple of {@value #LANES}
 * floats; the padding is zero and every operation of this package keeps it zero. Safe to share
 * between threads that write different rows.
 */
public final class Matrix {
    /** Rows are padded to a multiple of this many floats. */
    public static final int LANES = 16;

    private final int rows;
    private final int columns;
    private final int stride;
    private final float[] values;

    private Matrix(int rows, int columns, float[] values) {
        this.rows = rows;
        this.columns = columns;
        this.stride = padded(columns);
        this.values = values;
    }

    /** A matrix of zeros. Fails where it would not fit into one array. */
    public static Matrix zeros(int rows, int columns) {
        if (rows < 0 || columns < 1) {
            throw new IllegalArgumentException(
                    "a matrix has at least one column and no negative rows, got %d x %d"
                            .formatted(rows, columns));
        }
        return new Matrix(rows, columns, new float[Math.multiplyExact(rows, padded(columns))]);
    }

    /** A matrix with these rows, all of one length, copied. */
    public static Matrix of(float[]... rows) {
        Matrix matrix = zeros(rows.length, rows[0].length);
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != matrix.columns) {
                throw new IllegalArgumentException(
                        "row %d has %d columns, expected %d"
                                .formatted(row, rows[row].length, matrix.columns));
            }
            System.arraycopy(rows[row], 0, matrix.values, matrix.offset(row), matrix.columns);
        }
        return matrix;
    }

    private static int padded(int columns) {
        return Math.ceilDiv(columns, LANES) * LANES;
    }

    public int rows() {
        return rows;
    }

    /** The number of columns without padding. */
    public int columns() {
        return columns;
    }

    /** The number of floats from one row to the next: the columns with their padding. */
    public int stride() {
        return stride;
    }

    /** The floats themselves, not a copy; row {@code r} begins at {@link #offset offset(r)}. */
    public float[] values() {
        return values;
    }

    /** Where a row begins in {@link #values}. */
    public int offset(int row) {
        return row * stride;
    }

    public float at(int row, int column) {
        return values[offset(row) + column];
    }

    public void set(int row, int column, float value) {
        values[offset(row) + column] = value;
    }

    /** A copy of one row, without padding. */
    public float[] row(int row) {
        return Arrays.copyOfRange(values, offset(row), offset(row) + columns);
    }

    /** A view of the first rows: the same floats, fewer rows. */
    public Matrix first(int count) {
        if (count < 0 || count > rows) {
            throw new IndexOutOfBoundsException(
                    "a matrix of %d rows has no first %d rows".formatted(rows, count));
        }
        return new Matrix(count, columns, values);
    }

    /** A new matrix with rows and columns exchanged. */
    public Matrix transposed() {
        Matrix result = zeros(columns, rows);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                result.set(column, row, at(row, column));
            }
        }
        return result;
    }

    /** A new matrix with the same floats. */
    public Matrix copy() {
        return new Matrix(rows, columns, Arrays.copyOf(values, rows * stride));
    }

    /** Takes over the floats of a matrix of the same shape. */
    public void copyFrom(Matrix other) {
        if (other.rows != rows || other.columns != columns) {
            throw new IllegalArgumentException(
                    "%d x %d cannot be copied into %d x %d"
                            .formatted(other.rows, other.columns, rows, columns));
        }
        System.arraycopy(other.values, 0, values, 0, rows * stride);
    }

    /** Sets every float to zero. */
    public void clear() {
        Arrays.fill(values, 0, rows * stride, 0);
    }
}
