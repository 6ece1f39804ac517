package org.tandemrec.training;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How a training went; the same for the same data, configuration and seed.
 *
 * @param objective what was driven at
 * @param epochs in their order, without those of the refit
 * @param bestEpoch the one whose parameters were kept, or whose number the refit took; the first is
 *     1; 0 where there are no epochs
 * @param trainingInteractions how many the result was trained on
 * @param validationInteractions how many were kept for choosing the epoch, or for judging
 * @param validation the figure on them of what was kept; empty where there are none
 */
public record TrainingReport(
        Objective objective,
        List<EpochReport> epochs,
        int bestEpoch,
        int trainingInteractions,
        int validationInteractions,
        OptionalDouble validation) {
    public TrainingReport {
        epochs = List.copyOf(epochs);
    }

    /** The report of a pass over a split. */
    static TrainingReport of(PassReport pass, ValidationSplit split) {
        return new TrainingReport(
                pass.epochs().getFirst().objective(),
                pass.epochs(),
                pass.bestEpoch(),
                split.training().size(),
                split.validation().size(),
                pass.epochs().get(pass.bestEpoch() - 1).validation());
    }

    /** This choice of an epoch, followed by a training on all interactions. */
    TrainingReport refitted(ValidationSplit everything) {
        return new TrainingReport(
                objective,
                epochs,
                bestEpoch,
                everything.training().size(),
                validationInteractions,
                validation);
    }
}
