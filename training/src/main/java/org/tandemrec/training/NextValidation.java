package org.tandemrec.training;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.layers.Candidates;
import org.tandemrec.towers.HistoryEncoder;
import org.tandemrec.towers.SequenceVectors;
import org.tandemrec.towers.ValueLevels;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.MatrixProduct;
import org.tandemrec.vectors.Workers;

/**
 * nDCG@10 of the events that were kept aside, each among all items that the user had not met:
 * {@code 1 / log2(rank + 1)} for ranks up to 10, else 0; the mean over the users.
 */
final class NextValidation {
    private static final int LAST_RANK = 10;

    private final NextSequences sequences;
    private final SequenceVectors vectors;
    private final HistoryEncoder encoder;
    private final Candidates candidates;
    private final Workers workers;

    NextValidation(
            NextSequences sequences,
            HistoryEncoder encoder,
            EncodedTable people,
            ValueLevels levels,
            Candidates candidates,
            Workers workers) {
        this.sequences = sequences;
        this.vectors = new SequenceVectors(encoder, people, sequences.histories(), levels);
        this.encoder = encoder;
        this.candidates = candidates;
        this.workers = workers;
    }

    /** Empty where nothing was kept aside. */
    OptionalDouble ndcg() {
        int[] users = sequences.validation();
        if (users.length == 0) {
            return OptionalDouble.empty();
        }
        int[] ends = Arrays.stream(users).map(sequences::end).toArray();
        Matrix people = vectors.after(users, ends, workers);
        Matrix items = encoder.items().values();
        Matrix scores = Matrix.zeros(users.length, items.rows());
        MatrixProduct.add(people, items.transposed(), scores, workers);
        double sum = 0;
        for (int row = 0; row < users.length; row++) {
            sum += gain(rank(scores, row, users[row]));
        }
        return OptionalDouble.of(sum / users.length);
    }

    private static double gain(int rank) {
        return rank > LAST_RANK ? 0 : StrictMath.log(2) / StrictMath.log(rank + 1.0);
    }

    /** Of equal scores, the kept item's comes last. */
    private int rank(Matrix scores, int row, int user) {
        int[] others = sequences.histories().others();
        int kept = others[sequences.end(user)];
        float score = scores.at(row, kept);
        for (int event = sequences.histories().start(user); event < sequences.end(user); event++) {
            scores.set(row, others[event], Float.NEGATIVE_INFINITY);
        }
        int rank = 1;
        for (int item = 1; item < scores.columns(); item++) {
            boolean before =
                    candidates.mayCome(item) && item != kept && scores.at(row, item) >= score;
            rank += before ? 1 : 0;
        }
        return rank;
    }
}
