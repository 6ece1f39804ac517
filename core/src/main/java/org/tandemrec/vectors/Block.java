package org.tandemrec.vectors;

/**
 * A rectangle of a matrix: the same floats, some of the rows and columns.
 *
 * @param matrix that it lies in
 * @param row of the matrix at which it begins
 * @param column of the matrix at which it begins
 * @param rows how many rows it has
 * @param columns how many columns it has; padding of the matrix may be among them
 */
public record Block(Matrix matrix, int row, int column, int rows, int columns) {
    public Block {
        if (row < 0
                || column < 0
                || rows < 0
                || columns < 0
                || row + rows > matrix.rows()
                || column + columns > matrix.stride()) {
            throw new IndexOutOfBoundsException(
                    "%d x %d at %d, %d is no part of %d x %d"
                            .formatted(rows, columns, row, column, matrix.rows(), matrix.stride()));
        }
    }

    /** A whole matrix, without its padding. */
    public static Block of(Matrix matrix) {
        return new Block(matrix, 0, 0, matrix.rows(), matrix.columns());
    }

    /** The matrix's floats, all of them. */
    float[] values() {
        return matrix.values();
    }

    /** The number of floats from one row to the next. */
    int stride() {
        return matrix.stride();
    }

    /** Where the first row begins in the matrix's floats. */
    int start() {
        return matrix.offset(row) + column;
    }
}
