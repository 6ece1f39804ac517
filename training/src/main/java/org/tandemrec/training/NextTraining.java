package org.tandemrec.training;

import java.util.Optional;
import java.util.SplittableRandom;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.layers.Candidates;
import org.tandemrec.regression.SparseMatrix;
import org.tandemrec.towers.SequenceEncoder;
import org.tandemrec.towers.SequencePlan;
import org.tandemrec.towers.SequenceReads;
import org.tandemrec.towers.ValueLevels;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/** Trains preset {@code next}. */
final class NextTraining {
    private final NextConfig config;
    private final Watch watch;
    private final TrainingData data;
    private final Workers workers;

    NextTraining(NextConfig config, Watch watch, TrainingData data, Workers workers) {
        this.config = config;
        this.watch = watch;
        this.data = data;
        this.workers = workers;
    }

    /** The encoder and how its training went. */
    record Learned(
            SequenceEncoder encoder,
            SequenceReads reads,
            NextSequences sequences,
            Candidates candidates,
            PassReport report) {}

    TrainedTowers train() {
        return new NextExport(data, config, learn(), workers).towers();
    }

    Learned learn() {
        int items = data.items().rows();
        ValueLevels levels = ValueLevels.of(data.scale());
        NextSequences sequences =
                NextSequences.of(
                        EncodedHistories.ofUsers(data.interactions(), data.users().rows()),
                        levels,
                        config.longest(),
                        config.validationFraction(),
                        config.seed());
        NextBatches batches = new NextBatches(sequences, config.batchRows());
        SplittableRandom seeds = new SplittableRandom(config.seed());
        SparseMatrix pairs = PairCounts.of(sequences, items, workers);
        Matrix start =
                PairInformation.vectors(
                        pairs, config.width() - 1, config.width(), seeds.nextLong(), workers);
        SequencePlan plan =
                new SequencePlan(
                        config.width(),
                        config.heads(),
                        config.blocks(),
                        config.longest(),
                        config.dropout(),
                        NextLearner.rowsOfShard(batches.rows(), config.longest()));
        SequenceEncoder encoder =
                new SequenceEncoder(data.users(), start, reads(levels), plan, seeds.nextLong());
        Candidates candidates =
                Candidates.of(sequences.counts(items), config.candidates(), config.width());
        NextLearner learner =
                new NextLearner(config, sequences, batches, encoder, candidates, workers);
        PassReport report =
                new Pass(learner, watch, new EpochNumbers(0, config.epochs()), config.patience())
                        .train(config.epochs());
        if (report.bestEpoch() == report.epochs().size()) {
            learner.settle();
        }
        return new Learned(encoder, reads(levels), sequences, candidates, report);
    }

    private SequenceReads reads(ValueLevels levels) {
        return switch (config.knows()) {
            case ITEMS -> new SequenceReads(Optional.empty(), false, false);
            case TIMES -> new SequenceReads(Optional.of(levels), true, false);
            case REQUEST_TIME -> new SequenceReads(Optional.of(levels), true, true);
        };
    }
}
