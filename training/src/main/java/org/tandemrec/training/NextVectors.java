package org.tandemrec.training;

import org.tandemrec.towers.Chance;
import org.tandemrec.towers.EventBatch;
import org.tandemrec.towers.SequenceEncoder;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/** What an encoder makes of people's histories. */
final class NextVectors {
    private final NextSequences sequences;
    private final SequenceEncoder encoder;
    private final EventBatch batch;
    private final Workers workers;

    NextVectors(NextSequences sequences, SequenceEncoder encoder, Workers workers) {
        this.sequences = sequences;
        this.encoder = encoder;
        this.batch = new EventBatch(encoder.capacity());
        this.workers = workers;
    }

    /**
     * A vector for each user, of the events up to a place in the histories (exclusive); where an
     * event stands there, its moment is the one that is asked about.
     */
    Matrix after(int[] users, int[] ends) {
        Matrix all = Matrix.zeros(users.length, encoder.width());
        batch.clear();
        int from = 0;
        for (int at = 0; at < users.length; at++) {
            if (batch.rows() + sequences.rowsOfRequest(users[at], ends[at]) > encoder.capacity()) {
                from = flush(from, all);
            }
            sequences.addRequest(users[at], ends[at], batch);
        }
        flush(from, all);
        return all;
    }

    /** Writes the vectors of the batch from a row on; returns the next row. */
    private int flush(int from, Matrix all) {
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
