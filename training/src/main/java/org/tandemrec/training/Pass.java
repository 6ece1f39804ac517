package org.tandemrec.training;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.tandemrec.data.BadInputException;
import org.tandemrec.vectors.Matrix;

/** One training of a learner from its start: the epochs, their validation, the best of them. */
final class Pass {
    private final Learner learner;
    private final Watch watch;
    private final EpochNumbers numbers;
    private final int patience;
    private final List<EpochReport> reports = new ArrayList<>();
    private List<Matrix> bestValues = List.of();
    private double best;
    private int bestEpoch;

    /**
     * A pass.
     *
     * @param patience epochs without a better validation before it stops
     */
    Pass(Learner learner, Watch watch, EpochNumbers numbers, int patience) {
        this.learner = learner;
        this.watch = watch;
        this.numbers = numbers;
        this.patience = patience;
        this.best = learner.objective().worst();
    }

    /**
     * Trains for so many epochs at most and leaves the learner as it was after the best one.
     *
     * @return the epochs and the number of the best
     */
    PassReport train(int epochs) {
        while (reports.size() < epochs && reports.size() < bestEpoch + patience) {
            int number = numbers.of(reports.size() + 1);
            add(
                    new EpochReport(
                            number, learner.objective(), trainEpoch(number), learner.validation()));
        }
        if (bestEpoch < reports.size()) {
            learner.restore(bestValues);
        }
        return new PassReport(reports, bestEpoch);
    }

    private double trainEpoch(int number) {
        learner.startEpoch();
        Instant start = watch.clock().instant();
        StepLoss sum = new StepLoss(0, 0);
        for (int step = 0; step < learner.steps(); step++) {
            stopIfCancelled(number);
            sum = sum.plus(learner.step(step));
            watch.listener()
                    .progressed(
                            new Progress(
                                    number,
                                    numbers.last(),
                                    (step + 1.0) / learner.steps(),
                                    learner.objective(),
                                    figure(sum),
                                    perSecond(sum.count(), start)));
        }
        return figure(sum);
    }

    private double figure(StepLoss sum) {
        return learner.objective().figure(sum.losses(), sum.count());
    }

    private double perSecond(long seen, Instant start) {
        Duration elapsed = Duration.between(start, watch.clock().instant());
        return seen * 1e9 / Math.max(1, elapsed.toNanos());
    }

    private void stopIfCancelled(int number) {
        if (watch.cancelled().getAsBoolean()) {
            throw new TrainingCancelledException(number);
        }
    }

    private void add(EpochReport report) {
        stopIfDiverged(report);
        reports.add(report);
        keepIfBest(report.validation());
        watch.listener().epochEnded(report);
    }

    private static void stopIfDiverged(EpochReport report) {
        if (!Double.isFinite(report.training() + report.validation().orElse(0))) {
            throw new BadInputException(
                    "training left the finite numbers in epoch %d; try a lower learning-rate"
                            .formatted(report.epoch()));
        }
    }

    private void keepIfBest(OptionalDouble validation) {
        if (validation.isEmpty()) {
            bestEpoch = reports.size();
        } else if (learner.objective().isBetter(validation.getAsDouble(), best)) {
            best = validation.getAsDouble();
            bestEpoch = reports.size();
            bestValues = learner.values();
        }
    }
}
