package org.tandemrec.training;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.tandemrec.data.BadInputException;
import org.tandemrec.layers.Adam;
import org.tandemrec.layers.OneCycle;
import org.tandemrec.layers.Pairs;
import org.tandemrec.towers.Hiding;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * Trains two towers on valued interactions. The same data and the same configuration give the same
 * bytes, on any number of threads. One trainer may be used again, from one thread at a time.
 */
public final class Trainer {
    private final TrainingConfig config;
    private final TrainingListener listener;
    private final BooleanSupplier cancelled;
    private final InstantSource clock;

    /**
     * A trainer.
     *
     * @param config how to train
     * @param listener told how it goes
     * @param cancelled asked between batches whether to stop
     * @param clock for the speed that the listener is told; no result depends on it
     */
    public Trainer(
            TrainingConfig config,
            TrainingListener listener,
            BooleanSupplier cancelled,
            InstantSource clock) {
        this.config = config;
        this.listener = listener;
        this.cancelled = cancelled;
        this.clock = clock;
    }

    /**
     * Trains until the epochs or the patience are used up, and keeps the epoch that was best on the
     * validation part; without one, the last.
     *
     * @throws TrainingCancelledException when asked to stop
     */
    public TrainedTowers train(TrainingData data) {
        ValidationSplit split =
                ValidationSplit.of(data.interactions(), config.validationFraction(), config.seed());
        try (Workers workers = Workers.of(config.threads())) {
            TwoTowers towers = new TwoTowers(data, split.training(), config, workers);
            return new Run(data, split, towers).train();
        }
    }

    /** One training: what changes while it runs. */
    private final class Run {
        private final ValidationSplit split;
        private final TwoTowers towers;
        private final Epoch epoch;
        private final OneCycle rates;
        private final Adam adam;
        private final SplittableRandom random;
        private final List<EpochReport> reports = new ArrayList<>();
        private List<Matrix> bestValues = List.of();
        private double bestRmse = Double.POSITIVE_INFINITY;
        private int bestEpoch;
        private int steps;

        Run(TrainingData data, ValidationSplit split, TwoTowers towers) {
            this.split = split;
            this.towers = towers;
            this.epoch = new Epoch(split.training(), data, config.batchSize());
            this.rates =
                    new OneCycle(
                            config.learningRate(),
                            Math.multiplyExact(config.epochs(), epoch.batches()));
            this.adam = new Adam(config.decay());
            this.random = new SplittableRandom(config.seed());
        }

        TrainedTowers train() {
            while (reports.size() < config.epochs()
                    && reports.size() < bestEpoch + config.patience()) {
                double trainingRmse = trainEpoch(reports.size() + 1);
                validate(reports.size() + 1, trainingRmse);
            }
            if (bestEpoch < reports.size()) {
                towers.restore(bestValues);
            }
            return towers.export(
                    new TrainingReport(
                            reports,
                            bestEpoch,
                            split.training().size(),
                            split.validation().size()));
        }

        private double trainEpoch(int number) {
            Hiding hiding =
                    new Hiding(config.idDropout(), config.attributeDropout(), random.split());
            epoch.shuffle(random);
            Instant start = clock.instant();
            double squaredErrors = 0;
            long seen = 0;
            for (int at = 0; at < epoch.batches(); at++) {
                stopIfCancelled(number);
                Pairs batch = epoch.batch(at);
                adam.nextStep(rates.rateAt(steps++));
                squaredErrors += towers.step(batch, adam, hiding);
                seen += batch.size();
                listener.progressed(
                        new Progress(
                                number,
                                config.epochs(),
                                (at + 1.0) / epoch.batches(),
                                Math.sqrt(squaredErrors / seen),
                                perSecond(seen, start)));
            }
            return Math.sqrt(squaredErrors / seen);
        }

        private double perSecond(long seen, Instant start) {
            return seen * 1e9 / Math.max(1, Duration.between(start, clock.instant()).toNanos());
        }

        private void stopIfCancelled(int number) {
            if (cancelled.getAsBoolean()) {
                throw new TrainingCancelledException(number);
            }
        }

        private void validate(int number, double trainingRmse) {
            OptionalDouble rmse =
                    split.validation().size() == 0
                            ? OptionalDouble.empty()
                            : OptionalDouble.of(towers.rmse(split.validation()));
            EpochReport report = new EpochReport(number, trainingRmse, rmse);
            stopIfDiverged(report);
            reports.add(report);
            keepIfBest(report);
            listener.epochEnded(report);
        }

        private void stopIfDiverged(EpochReport report) {
            if (!Double.isFinite(report.trainingRmse() + report.validationRmse().orElse(0))) {
                throw new BadInputException(
                        "training left the finite numbers in epoch %d with learning-rate %s; try a lower one"
                                .formatted(report.epoch(), config.learningRate()));
            }
        }

        private void keepIfBest(EpochReport report) {
            if (report.validationRmse().isEmpty()) {
                bestEpoch = report.epoch();
            } else if (report.validationRmse().getAsDouble() < bestRmse) {
                bestRmse = report.validationRmse().getAsDouble();
                bestEpoch = report.epoch();
                bestValues = towers.values();
            }
        }
    }
}
