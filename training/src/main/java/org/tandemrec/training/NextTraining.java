package org.tandemrec.training;

import java.util.Optional;
import java.util.SplittableRandom;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.layers.Candidates;
import org.tandemrec.towers.Calendar;
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

    /** What was learned from which sequences, and how it went. */
    record Learned(
            SequenceEncoder encoder,
            SequenceReads reads,
            NextSequences sequences,
            Candidates candidates,
            PassReport report) {}

    TrainedTowers train() {
        return new NextExport(data, config, learn(), watch, workers).towers();
    }

    Learned learn() {
        NextSequences sequences =
                NextSequences.of(
                        EncodedHistories.ofUsers(data.interactions(), data.users().rows()),
                        config.longest(),
                        config.validationFraction(),
                        config.seed());
        NextBatches batches = new NextBatches(sequences, config.batchRows());
        ValueLevels levels = ValueLevels.of(data.scale());
        SequenceEncoder encoder = encoder(sequences, batches, reads(levels));
        Candidates candidates =
                Candidates.of(
                        sequences.counts(data.items().rows()), config.negatives(), config.width());
        NextLearner learner =
                new NextLearner(
                        learning(),
                        sequences,
                        batches,
                        encoder,
                        data.users(),
                        levels,
                        candidates,
                        workers);
        PassReport report =
                new Pass(learner, watch, new EpochNumbers(0, config.epochs()), config.patience())
                        .train(config.epochs());
        if (report.bestEpoch() == report.epochs().size()) {
            learner.settle();
        }
        return new Learned(encoder, reads(levels), sequences, candidates, report);
    }

    private SequenceLearning learning() {
        return new SequenceLearning(
                config.learningRate(),
                config.average(),
                config.epochs(),
                config.timeless(),
                config.seed());
    }

    private SequenceEncoder encoder(
            NextSequences sequences, NextBatches batches, SequenceReads reads) {
        watch.listener().stage("counting what goes together");
        SplittableRandom seeds = new SplittableRandom(config.seed());
        Matrix items =
                PairInformation.vectors(
                        PairCounts.of(sequences, data.items().rows(), workers),
                        config.width() - 1,
                        config.width(),
                        seeds.nextLong(),
                        workers);
        SequencePlan plan =
                new SequencePlan(
                        config.width(),
                        config.heads(),
                        config.blocks(),
                        config.longest(),
                        config.lastReach(),
                        config.dropout(),
                        NextLearner.rowsOfShard(batches.rows(), config.longest()));
        return new SequenceEncoder(data.users(), items, reads, plan, seeds.nextLong());
    }

    private Calendar calendar() {
        return Calendar.of(data.interactions().times());
    }

    private SequenceReads reads(ValueLevels levels) {
        return switch (config.knows()) {
            case ITEMS -> new SequenceReads(Optional.empty(), false, false, Optional.empty());
            case TIMES -> new SequenceReads(Optional.of(levels), true, false, Optional.empty());
            case REQUEST_TIME ->
                    new SequenceReads(Optional.of(levels), true, true, Optional.of(calendar()));
        };
    }
}
