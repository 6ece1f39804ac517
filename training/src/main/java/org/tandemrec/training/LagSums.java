package org.tandemrec.training;

import java.util.Arrays;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * Sums over pairs of events of one person by how many steps apart they are: cell (i, j) sums a
 * weight over all events of item i and the events of item j near them.
 */
final class LagSums {
    private static final int COLUMNS_PER_TASK = 16;

    private final EncodedHistories histories;
    private final ItemColumns columns;
    private final int[] starts;
    private final int[] events;
    private final int[] firsts;
    private final int[] ends;

    /** What a pair of events adds. */
    interface PairWeight {
        /**
         * The weight of a pair.
         *
         * @param lag how many steps the second item's event is after the first's; below 0 before it
         * @param left how many events the person has after the later of the two
         */
        float of(int lag, int left);
    }

    LagSums(EncodedHistories histories, ItemColumns columns) {
        this.histories = histories;
        this.columns = columns;
        this.firsts = new int[histories.events()];
        this.ends = new int[histories.events()];
        for (int user = 0; user < histories.rows(); user++) {
            int start = histories.start(user);
            Arrays.fill(firsts, start, start + histories.size(user), start);
            Arrays.fill(ends, start, start + histories.size(user), start + histories.size(user));
        }
        this.starts = new int[columns.count() + 1];
        for (int other : histories.others()) {
            if (columns.columnOf(other) >= 0) {
                starts[columns.columnOf(other) + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        this.events = new int[starts[columns.count()]];
        int[] next = starts.clone();
        for (int event = 0; event < histories.events(); event++) {
            int column = columns.columnOf(histories.others()[event]);
            if (column >= 0) {
                events[next[column]++] = event;
            }
        }
    }

    /**
     * The sums, columns x columns.
     *
     * @param before how many steps back pairs reach
     * @param after how many steps forward
     */
    Matrix of(int before, int after, PairWeight weight, Workers workers) {
        Matrix sums = Matrix.zeros(columns.count(), columns.count());
        workers.forRanges(
                columns.count(),
                COLUMNS_PER_TASK,
                (from, to) -> {
                    for (int column = from; column < to; column++) {
                        add(column, before, after, weight, sums);
                    }
                });
        return sums;
    }

    private void add(int column, int before, int after, PairWeight weight, Matrix sums) {
        int offset = sums.offset(column);
        for (int at = starts[column]; at < starts[column + 1]; at++) {
            int event = events[at];
            int from = Math.max(firsts[event], event - before);
            int to = Math.min(ends[event] - 1, event + after);
            for (int other = from; other <= to; other++) {
                int otherColumn = columns.columnOf(histories.others()[other]);
                if (otherColumn >= 0) {
                    int left = ends[event] - 1 - Math.max(event, other);
                    sums.values()[offset + otherColumn] += weight.of(other - event, left);
                }
            }
        }
    }
}
