package org.tandemrec.layers;

import org.tandemrec.vectors.AdamRow;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/**
 * A table of which every batch reads a few rows: only those are moved, and only they have a
 * gradient. The moments of the other rows rest ("lazy" Adam).
 */
public final class RowParameter implements Parameter {
    private static final int ROWS_PER_TASK = 64;

    private final Matrix values;
    private final Matrix firstMoments;
    private final Matrix secondMoments;
    private final Matrix gradients;
    private final Groups groups;
    private final int[] read;

    /**
     * A table that starts at these values, which become its own.
     *
     * @param batchRows how many rows a batch reads at most
     */
    public RowParameter(Matrix values, int batchRows) {
        this.values = values;
        this.firstMoments = Matrix.zeros(values.rows(), values.columns());
        this.secondMoments = Matrix.zeros(values.rows(), values.columns());
        this.gradients = Matrix.zeros(batchRows, values.columns());
        this.groups = new Groups(batchRows, values.rows());
        this.read = new int[batchRows];
    }

    @Override
    public Matrix values() {
        return values;
    }

    @Override
    public AdamRow row(int row) {
        return new AdamRow(values, firstMoments, secondMoments, values.offset(row));
    }

    /** Makes room for the gradients of the rows that a batch reads, all zero at first. */
    Matrix gradientsOf(Codes codes) {
        for (int row = 0; row < codes.rows(); row++) {
            read[row] = codes.at(row, 0);
        }
        groups.sort(read, codes.rows());
        Matrix ofBatch = gradients.first(codes.rows());
        ofBatch.clear();
        return ofBatch;
    }

    @Override
    public void update(Adam adam, Workers workers) {
        workers.forRanges(groups.size(), ROWS_PER_TASK, (from, to) -> update(adam, from, to));
    }

    private void update(Adam adam, int from, int to) {
        for (int group = from; group < to; group++) {
            adam.move(row(groups.key(group)), gradients, gathered(group));
        }
    }

    /** Adds up the gradients of a row that was read several times, into the first of them. */
    private int gathered(int group) {
        int first = groups.position(groups.start(group));
        for (int place = groups.start(group) + 1; place < groups.end(group); place++) {
            Rows.addScaled(
                    gradients.values(),
                    gradients.offset(first),
                    1,
                    gradients.values(),
                    gradients.offset(groups.position(place)),
                    gradients.stride());
        }
        return first;
    }
}
