package org.tandemrec.training;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How a training went; the same for the same data, configuration and seed.
 *
 * @param epochs in their order
 * @param bestEpoch the one whose parameters were kept; the first is 1
 * @param trainingInteractions how many were trained on
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

    /** The validation error of the epoch that was kept. */
    public OptionalDouble validationRmse() {
        return epochs.get(bestEpoch - 1).validationRmse();
    }
}
