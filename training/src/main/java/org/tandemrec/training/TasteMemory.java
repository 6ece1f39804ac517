package org.tandemrec.training;

import java.util.Optional;
import java.util.SplittableRandom;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.layers.Candidates;
import org.tandemrec.layers.Start;
import org.tandemrec.parts.LevelledPart;
import org.tandemrec.parts.Part;
import org.tandemrec.parts.ScoreSpread;
import org.tandemrec.towers.DecayEncoder;
import org.tandemrec.towers.DecayPlan;
import org.tandemrec.towers.SequencePart;
import org.tandemrec.towers.SequenceReads;
import org.tandemrec.towers.ValueLevels;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/** Trains the memory of preset {@code taste}: every event is told from those before it. */
final class TasteMemory {
    private static final double AVERAGE = 0.99;
    private static final double ITEM_DEVIATION = 0.05;
    private static final double POPULARITY = 0.8;
    private static final double HALF_AN_EVENT = 0.5;

    private final TasteConfig config;
    private final MemoryConfig memory;
    private final Watch watch;
    private final TrainingData data;
    private final Workers workers;

    TasteMemory(TasteConfig config, Watch watch, TrainingData data, Workers workers) {
        this.config = config;
        this.memory = config.memory();
        this.watch = watch;
        this.data = data;
        this.workers = workers;
    }

    /** What was learned of whom, and how it went. */
    record Learned(
            DecayEncoder encoder,
            EncodedTable users,
            NextSequences sequences,
            ValueLevels levels,
            PassReport report) {
        /**
         * A part that counts as much as is configured. Items that nobody has met get the mean of
         * all others: zero, those being centred.
         */
        Part part(MemoryConfig memory, Workers workers) {
            int[] counts = sequences.counts(encoder.items().values().rows());
            boolean[] met = new boolean[counts.length];
            for (int row = 1; row < counts.length; row++) {
                met[row] = counts[row] > 0;
            }
            Matrix items = ScoreSpread.centred(encoder.items().values(), met);
            return new LevelledPart(
                    new SequencePart(encoder, users, levels, items),
                    ScoreSpread.of(items, (float) memory.share(), met, workers),
                    (float) memory.doubt());
        }
    }

    Learned learn() {
        NextSequences sequences =
                NextSequences.of(
                        EncodedHistories.ofUsers(data.interactions(), data.users().rows()),
                        memory.longest(),
                        0,
                        config.seed());
        NextBatches batches = new NextBatches(sequences, memory.batchRows());
        int[] counts = sequences.counts(data.items().rows());
        ValueLevels levels = ValueLevels.of(data.scale());
        DecayEncoder encoder = encoder(counts, levels, batches.rows());
        NextLearner learner =
                new NextLearner(
                        new SequenceLearning(
                                memory.learningRate(), AVERAGE, memory.epochs(), 0, config.seed()),
                        sequences,
                        batches,
                        encoder,
                        data.users(),
                        levels,
                        Candidates.of(counts, memory.negatives(), memory.width()),
                        workers);
        PassReport report =
                new Pass(learner, watch, new EpochNumbers(0, memory.epochs()), memory.epochs())
                        .train(memory.epochs());
        learner.settle();
        return new Learned(encoder, data.users(), sequences, levels, report);
    }

    private DecayEncoder encoder(int[] counts, ValueLevels levels, int batchRows) {
        SplittableRandom seeds = new SplittableRandom(config.seed());
        return new DecayEncoder(
                data.users(),
                events(counts.length, seeds.nextLong()),
                items(counts, seeds.nextLong()),
                new SequenceReads(Optional.of(levels), true, false, Optional.empty()),
                new DecayPlan(
                        memory.width(),
                        memory.hidden(),
                        memory.longest(),
                        memory.dropout(),
                        NextLearner.rowsOfShard(batchRows, memory.longest())),
                seeds.nextLong());
    }

    private Matrix events(int rows, long seed) {
        Matrix events = Start.normal(rows, memory.width(), 1 / Math.sqrt(memory.width()), seed);
        clearUnknown(events);
        return events;
    }

    /** Small vectors; their biases know already how often each item is met. */
    private Matrix items(int[] counts, long seed) {
        Matrix items = Start.normal(counts.length, memory.width(), ITEM_DEVIATION, seed);
        for (int row = 0; row < counts.length; row++) {
            double popularity = StrictMath.log(Math.max(counts[row], HALF_AN_EVENT));
            items.set(row, memory.width() - 1, (float) (POPULARITY * popularity));
        }
        clearUnknown(items);
        return items;
    }

    private static void clearUnknown(Matrix rows) {
        for (int column = 0; column < rows.columns(); column++) {
            rows.set(0, column, 0);
        }
    }
}
