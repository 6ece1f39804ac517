package org.tandemrec.regression;

import java.util.Arrays;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/**
 * A matrix of few cells, held row by row (people by items, say). A cell that is given twice counts
 * as the sum of both. Immutable and safe for any thread; products are split by rows of the result,
 * each number one chain of additions in the order of the rows, whatever the number of threads.
 */
public final class SparseMatrix implements LinearMap {
    private static final int ROWS_PER_TASK = 16;

    private final int columns;
    private final int[] starts;
    private final int[] columnOf;
    private final float[] values;

    private SparseMatrix(int columns, int[] starts, int[] columnOf, float[] values) {
        this.columns = columns;
        this.starts = starts;
        this.columnOf = columnOf;
        this.values = values;
    }

    /**
     * A matrix of so many rows and columns from its cells, in any order.
     *
     * @param rowOf the row of each cell
     * @param columnOf the column of each cell
     * @param values the value of each cell
     * @throws IllegalArgumentException if the three differ in length
     * @throws IndexOutOfBoundsException if a cell lies outside
     */
    public static SparseMatrix of(
            int rows, int columns, int[] rowOf, int[] columnOf, float[] values) {
        if (rowOf.length != columnOf.length || rowOf.length != values.length) {
            throw new IllegalArgumentException(
                    "cells have %d rows, %d columns and %d values, expected as many of each"
                            .formatted(rowOf.length, columnOf.length, values.length));
        }
        int[] starts = new int[rows + 1];
        for (int row : rowOf) {
            starts[row + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        SparseMatrix matrix =
                new SparseMatrix(columns, starts, new int[values.length], new float[values.length]);
        matrix.fill(rowOf, columnOf, values);
        return matrix;
    }

    private void fill(int[] rowOf, int[] columnOfCell, float[] valueOfCell) {
        int[] next = starts.clone();
        for (int cell = 0; cell < rowOf.length; cell++) {
            if (columnOfCell[cell] < 0 || columnOfCell[cell] >= columns) {
                throw new IndexOutOfBoundsException(
                        "cell %d lies in column %d of %d"
                                .formatted(cell, columnOfCell[cell], columns));
            }
            int place = next[rowOf[cell]]++;
            columnOf[place] = columnOfCell[cell];
            values[place] = valueOfCell[cell];
        }
    }

    @Override
    public int rows() {
        return starts.length - 1;
    }

    @Override
    public int columns() {
        return columns;
    }

    /** How many cells it has. */
    public int cells() {
        return values.length;
    }

    /** The first cell of a row; those of row r end where row r + 1 starts. */
    public int start(int row) {
        return starts[row];
    }

    /** The column of a cell. */
    public int column(int cell) {
        return columnOf[cell];
    }

    /** The value of a cell. */
    public float value(int cell) {
        return values[cell];
    }

    /** Rows and columns exchanged; the cells of each new row are in the order of the old rows. */
    public SparseMatrix transposed() {
        int[] rowOf = new int[values.length];
        for (int row = 0; row < rows(); row++) {
            Arrays.fill(rowOf, starts[row], starts[row + 1], row);
        }
        return of(columns, rows(), columnOf, rowOf, values);
    }

    /** This matrix transposed times itself: columns x columns, dense. */
    public Matrix gram(Workers workers) {
        return crossGram(this, workers);
    }

    /** This matrix transposed times another of as many rows: columns x its columns, dense. */
    public Matrix crossGram(SparseMatrix other, Workers workers) {
        if (other.rows() != rows()) {
            throw new IllegalArgumentException(
                    "%d rows cannot be multiplied with %d rows".formatted(rows(), other.rows()));
        }
        ClosedForm.requireFits(Math.max(columns, other.columns));
        SparseMatrix byColumn = transposed();
        Matrix product = Matrix.zeros(columns, other.columns);
        workers.forRanges(
                columns, ROWS_PER_TASK, (from, to) -> byColumn.addRows(from, to, other, product));
        return product;
    }

    private void addRows(int from, int to, SparseMatrix other, Matrix product) {
        for (int row = from; row < to; row++) {
            for (int cell = starts[row]; cell < starts[row + 1]; cell++) {
                other.addRow(columnOf[cell], values[cell], product, product.offset(row));
            }
        }
    }

    /** Adds a row, scaled, to a dense one. */
    private void addRow(int row, float scale, Matrix target, int offset) {
        float[] into = target.values();
        for (int cell = starts[row]; cell < starts[row + 1]; cell++) {
            into[offset + columnOf[cell]] += scale * values[cell];
        }
    }

    @Override
    public Matrix times(Matrix right, Workers workers) {
        if (right.rows() != columns) {
            throw new IllegalArgumentException(
                    "%d x %d cannot be multiplied with %d x %d"
                            .formatted(rows(), columns, right.rows(), right.columns()));
        }
        Matrix product = Matrix.zeros(rows(), right.columns());
        workers.forRanges(
                rows(), ROWS_PER_TASK, (from, to) -> addProducts(from, to, right, product));
        return product;
    }

    private void addProducts(int from, int to, Matrix right, Matrix product) {
        for (int row = from; row < to; row++) {
            for (int cell = starts[row]; cell < starts[row + 1]; cell++) {
                Rows.addScaled(
                        product.values(),
                        product.offset(row),
                        values[cell],
                        right.values(),
                        right.offset(columnOf[cell]),
                        right.stride());
            }
        }
    }

    @Override
    public Matrix transposedTimes(Matrix right, Workers workers) {
        return transposed().times(right, workers);
    }
}
