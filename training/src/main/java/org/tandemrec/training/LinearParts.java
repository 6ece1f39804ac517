package org.tandemrec.training;

import org.tandemrec.parts.HistorySum;
import org.tandemrec.parts.ScoreSpread;
import org.tandemrec.regression.LowRank;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/** Makes parts of linear models: what each item, once met, says for every other, at a low rank. */
final class LinearParts {
    private final ItemColumns columns;
    private final int[] counts;
    private final long seed;
    private final Workers workers;

    /**
     * For models of some items.
     *
     * @param counts how often each item was met, by row
     */
    LinearParts(ItemColumns columns, int[] counts, long seed, Workers workers) {
        this.columns = columns;
        this.counts = counts;
        this.seed = seed;
        this.workers = workers;
    }

    /**
     * A part. Items met often say more of the error, so their rows are kept better.
     *
     * @param weights row i is what the item of column i says; used up
     * @param byAge how much an event counts by how many came after it
     * @param share the standard deviation that everybody's scores get
     */
    HistorySum part(Matrix weights, int rank, float[] byAge, float share) {
        float[] roots = new float[weights.rows()];
        for (int column = 0; column < roots.length; column++) {
            roots[column] = (float) Math.sqrt(counts[columns.rowOf(column)]);
        }
        scaleRows(weights, roots);
        LowRank.Factors factors = LowRank.of(weights, rank, seed, workers).factors();
        Matrix events = factors.left().copy();
        for (int column = 0; column < roots.length; column++) {
            roots[column] = 1 / roots[column];
        }
        scaleRows(events, roots);
        Matrix items = columns.spread(factors.right());
        return new HistorySum(
                byAge,
                columns.spread(events),
                items,
                ScoreSpread.of(items, share, columns.present(), workers));
    }

    private static void scaleRows(Matrix matrix, float[] scales) {
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < matrix.columns(); column++) {
                matrix.set(row, column, matrix.at(row, column) * scales[row]);
            }
        }
    }
}
