package org.tandemrec.training;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.regression.SparseMatrix;
import org.tandemrec.vectors.Matrix;

/**
 * The items that closed forms are computed over: those that anybody met, the most met ones where
 * there are too many. Each has a column of its own, in the order of the rows.
 */
final class ItemColumns {
    private static final int NONE = -1;

    private final int[] columnOf;
    private final int[] rowOf;

    private ItemColumns(int[] columnOf, int[] rowOf) {
        this.columnOf = columnOf;
        this.rowOf = rowOf;
    }

    /**
     * The columns of some items.
     *
     * @param counts how often each item was met, by row
     * @param most how many columns there may be
     */
    static ItemColumns of(int[] counts, int most) {
        int[] rows =
                IntStream.range(1, counts.length)
                        .filter(row -> counts[row] > 0)
                        .boxed()
                        .sorted(Comparator.comparingInt(row -> -counts[row]))
                        .limit(most)
                        .mapToInt(Integer::intValue)
                        .sorted()
                        .toArray();
        int[] columns = new int[counts.length];
        Arrays.fill(columns, NONE);
        for (int column = 0; column < rows.length; column++) {
            columns[rows[column]] = column;
        }
        return new ItemColumns(columns, rows);
    }

    int count() {
        return rowOf.length;
    }

    /** The row of a column's item. */
    int rowOf(int column) {
        return rowOf[column];
    }

    /** The column of an item's row, below 0 where it has none. */
    int columnOf(int row) {
        return columnOf[row];
    }

    /** Which rows have a column. */
    boolean[] present() {
        boolean[] present = new boolean[columnOf.length];
        for (int row : rowOf) {
            present[row] = true;
        }
        return present;
    }

    /** What each user met: 1 where they did. */
    SparseMatrix met(EncodedHistories histories) {
        int[] users = new int[histories.events()];
        int[] columns = new int[histories.events()];
        int cells = 0;
        for (int user = 0; user < histories.rows(); user++) {
            int end = histories.start(user) + histories.size(user);
            for (int event = histories.start(user); event < end; event++) {
                int column = columnOf[histories.others()[event]];
                if (column >= 0) {
                    users[cells] = user;
                    columns[cells++] = column;
                }
            }
        }
        float[] ones = new float[cells];
        Arrays.fill(ones, 1);
        return SparseMatrix.of(
                histories.rows(),
                count(),
                Arrays.copyOf(users, cells),
                Arrays.copyOf(columns, cells),
                ones);
    }

    /**
     * A row for each column's item and nothing else, as long as it was met often: what a model is
     * asked that reads one event at a time.
     *
     * @param counts how often each item was met, by row
     */
    SparseMatrix alone(int[] counts) {
        int[] places = IntStream.range(0, rowOf.length).toArray();
        float[] roots = new float[rowOf.length];
        for (int column = 0; column < roots.length; column++) {
            roots[column] = (float) Math.sqrt(counts[rowOf[column]]);
        }
        return SparseMatrix.of(roots.length, roots.length, places, places, roots);
    }

    /** Rows by column as rows by item; items without a column get zeros. */
    Matrix spread(Matrix byColumn) {
        Matrix byRow = Matrix.zeros(columnOf.length, byColumn.columns());
        for (int column = 0; column < rowOf.length; column++) {
            System.arraycopy(
                    byColumn.values(),
                    byColumn.offset(column),
                    byRow.values(),
                    byRow.offset(rowOf[column]),
                    byColumn.stride());
        }
        return byRow;
    }
}
