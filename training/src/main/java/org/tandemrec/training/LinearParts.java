package org.tandemrec.training;

import org.tandemrec.parts.HistorySum;
import org.tandemrec.parts.ScoreSpread;
import org.tandemrec.regression.LowRank;
import org.tandemrec.regression.ReducedRank;
import org.tandemrec.regression.SparseMatrix;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/** Makes parts of linear models: what each item, once met, says for every other, at a low rank. */
final class LinearParts {
    private final ItemColumns columns;
    private final SparseMatrix asked;
    private final long seed;
    private final Workers workers;

    /**
     * For models of some items.
     *
     * @param asked what the models are asked, as typical as can be, one column an item
     */
    LinearParts(ItemColumns columns, SparseMatrix asked, long seed, Workers workers) {
        this.columns = columns;
        this.asked = asked;
        this.seed = seed;
        this.workers = workers;
    }

    /**
     * A part.
     *
     * @param weights row i is what the item of column i says
     * @param byAge how much an event counts by how many came after it
     * @param share the standard deviation that everybody's scores get
     */
    HistorySum part(Matrix weights, int rank, float[] byAge, float share) {
        LowRank.Factors factors = ReducedRank.of(asked, weights, rank, seed, workers);
        Matrix items = columns.spread(factors.right());
        return new HistorySum(
                byAge,
                columns.spread(factors.left()),
                items,
                ScoreSpread.of(items, share, columns.present(), workers));
    }
}
