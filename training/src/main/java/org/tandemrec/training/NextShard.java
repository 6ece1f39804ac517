package org.tandemrec.training;

import java.util.SplittableRandom;
import org.tandemrec.layers.Candidates;
import org.tandemrec.layers.ItemSoftmax;
import org.tandemrec.layers.Targets;
import org.tandemrec.towers.Chance;
import org.tandemrec.towers.EventBatch;
import org.tandemrec.towers.HistoryEncoder;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * A part of every batch, with an encoder that shares its values with those of the other parts and
 * has gradients of its own: a thread goes through all layers without waiting for another, its
 * numbers staying in its cache.
 */
final class NextShard {
    private final HistoryEncoder encoder;
    private final EventBatch batch;
    private final Targets targets;
    private final ItemSoftmax loss;

    NextShard(HistoryEncoder encoder, EventBatch batch, Targets targets, ItemSoftmax loss) {
        this.encoder = encoder;
        this.batch = batch;
        this.targets = targets;
        this.loss = loss;
    }

    void clear() {
        batch.clear();
        targets.clear();
    }

    int rows() {
        return batch.rows();
    }

    /** How many rows have a target. */
    int targets() {
        return targets.count();
    }

    void add(
            NextSequences sequences,
            int user,
            double timeless,
            long hidden,
            SplittableRandom random) {
        sequences.addTraining(user, timeless, hidden, random, batch, targets);
    }

    HistoryEncoder encoder() {
        return encoder;
    }

    /** Gathers the gradients; returns the sum of the losses. */
    double backward(Candidates candidates, float weight, long seed, Workers alone) {
        if (batch.rows() == 0) {
            return 0;
        }
        Matrix vectors = encoder.forward(batch, Chance.of(seed), alone);
        double losses =
                loss.backward(
                        vectors,
                        targets,
                        weight,
                        candidates,
                        encoder.items(),
                        encoder.vectorGradient(batch.rows()));
        encoder.backward(batch, alone);
        return losses;
    }
}
