package org.tandemrec.towers;

import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/** What an encoder makes of people's histories, batch by batch. */
public final class SequenceVectors {
    private final HistoryEncoder encoder;
    private final EncodedHistories histories;
    private final EventBatch batch;

    /** The vectors of people by their histories, row by row the same. */
    public SequenceVectors(
            HistoryEncoder encoder,
            EncodedTable people,
            EncodedHistories histories,
            ValueLevels levels) {
        this.encoder = encoder;
        this.histories = histories;
        this.batch = new EventBatch(people, levels, encoder.capacity());
    }

    /**
     * A vector for each of some rows, of the events up to a place in the histories (exclusive);
     * where another event stands there, its moment is the one that is asked about.
     */
    public Matrix after(int[] rows, int[] ends, Workers workers) {
        Matrix all = Matrix.zeros(rows.length, encoder.width());
        batch.clear();
        int from = 0;
        for (int at = 0; at < rows.length; at++) {
            int first = Math.max(histories.start(rows[at]), ends[at] - encoder.longest());
            if (batch.rows() + 1 + ends[at] - first > encoder.capacity()) {
                from = flush(from, all, workers);
            }
            batch.begin(rows[at], 0);
            for (int event = first; event < ends[at]; event++) {
                batch.add(histories, rows[at], event, true);
            }
            batch.end();
        }
        flush(from, all, workers);
        return all;
    }

    /** Writes the vectors of the batch from a row on; returns the next row. */
    private int flush(int from, Matrix all, Workers workers) {
        Matrix vectors = encoder.forward(batch, Chance.none(), workers);
        int count = batch.sequences().count();
        for (int sequence = 0; sequence < count; sequence++) {
            int last = batch.sequences().end(sequence) - 1;
            System.arraycopy(
                    vectors.values(),
                    vectors.offset(last),
                    all.values(),
                    all.offset(from + sequence),
                    vectors.stride());
        }
        batch.clear();
        return from + count;
    }
}
