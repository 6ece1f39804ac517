package org.tandemrec.training;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How a training went; the same for the same data, configuration and seed.
 *
 * @param epochs in their order, without those of the refit
 * @param bestEpoch the one whose parameters were kept, or whose number the refit took; the first is
 *     1
 * @param trainingInteractions how many the result was trained on
 * @param validationInteractions how many were kept for choosing the epoch
 */
public record TrainingReport(
        List<EpochReport> epochs,
        int bestEpoch,
        int trainingInteractions,
        int validationInteractions) {
    public TrainingReport {
        epochs = List.copyOf(epochs);
    }

    /** This choice of an epoch, followed by a training on all interactions. */
    TrainingReport refitted(TrainingReport refit) {
        return new TrainingReport(
                epochs, bestEpoch, refit.trainingInteractions(), validationInteractions);
    }

    /** The validation error of the epoch that was kept. */
    public OptionalDouble validationRmse() {
        return epochs.get(bestEpoch - 1).validationRmse();
    }
}
