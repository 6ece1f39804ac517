package org.tandemrec.training;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.tandemrec.data.BadInputException;
import org.tandemrec.layers.Adam;
import org.tandemrec.layers.OneCycle;
import org.tandemrec.layers.Pairs;
import org.tandemrec.towers.Hiding;
import org.tandemrec.vectors.Matrix;

/** One training of two towers from their start: the epochs, their validation, the best of them. */
final class Pass {
    private final TrainingConfig config;
    private final Watch watch;
    private final ValidationSplit split;
    private final TwoTowers towers;
    private final EpochNumbers numbers;
    private final Epoch epoch;
    private final OneCycle rates;
    private final Adam adam;
    private final SplittableRandom random;
    private final List<EpochReport> reports = new ArrayList<>();
    private List<Matrix> bestValues = List.of();
    private double bestRmse = Double.POSITIVE_INFINITY;
    private int bestEpoch;
    private int steps;

    Pass(
            TrainingConfig config,
            Watch watch,
            ValidationSplit split,
            TwoTowers towers,
            EpochNumbers numbers) {
        this.config = config;
        this.watch = watch;
        this.split = split;
        this.towers = towers;
        this.numbers = numbers;
        this.epoch = new Epoch(split.training(), towers, config.batchSize());
        this.rates =
                new OneCycle(
                        config.learningRate(),
                        Math.multiplyExact(config.epochs(), epoch.batches()));
        this.adam = new Adam(config.decay());
        this.random = new SplittableRandom(config.seed());
    }

    /** Trains for so many epochs at most and leaves the towers as they were after the best one. */
    TrainingReport train(int epochs) {
        while (reports.size() < epochs && reports.size() < bestEpoch + config.patience()) {
            int number = reports.size() + 1;
            add(new EpochReport(numbers.of(number), trainEpoch(number), validationRmse()));
        }
        if (bestEpoch < reports.size()) {
            towers.restore(bestValues);
        }
        return new TrainingReport(
                reports, bestEpoch, split.training().size(), split.validation().size());
    }

    private double trainEpoch(int number) {
        Hiding hiding = new Hiding(config.idDropout(), config.attributeDropout(), random.split());
        epoch.shuffle(random);
        Instant start = watch.clock().instant();
        double squaredErrors = 0;
        long seen = 0;
        for (int at = 0; at < epoch.batches(); at++) {
            stopIfCancelled(number);
            Pairs batch = epoch.batch(at);
            adam.nextStep(rates.rateAt(steps++));
            squaredErrors += towers.step(batch, adam, hiding);
            seen += batch.size();
            watch.listener()
                    .progressed(
                            new Progress(
                                    numbers.of(number),
                                    numbers.last(),
                                    (at + 1.0) / epoch.batches(),
                                    Math.sqrt(squaredErrors / seen),
                                    perSecond(seen, start)));
        }
        return Math.sqrt(squaredErrors / seen);
    }

    private double perSecond(long seen, Instant start) {
        Duration elapsed = Duration.between(start, watch.clock().instant());
        return seen * 1e9 / Math.max(1, elapsed.toNanos());
    }

    private void stopIfCancelled(int number) {
        if (watch.cancelled().getAsBoolean()) {
            throw new TrainingCancelledException(numbers.of(number));
        }
    }

    private OptionalDouble validationRmse() {
        return split.validation().size() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(towers.rmse(split.validation()));
    }

    private void add(EpochReport report) {
        stopIfDiverged(report);
        reports.add(report);
        keepIfBest(report);
        watch.listener().epochEnded(report);
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
            bestEpoch = reports.size();
        } else if (report.validationRmse().getAsDouble() < bestRmse) {
            bestRmse = report.validationRmse().getAsDouble();
            bestEpoch = reports.size();
            bestValues = towers.values();
        }
    }
}
