package org.tandemrec.evaluation.report;

import java.util.List;

/**
 * How training went.
 *
 * @param validationMetric the name of the metric on the validation part: {@code rmse}
 * @param bestEpoch the epoch that was kept; 0 where there was none
 * @param epochs in their order; empty for towers that were trained elsewhere
 */
public record TrainingCurve(String validationMetric, int bestEpoch, List<TrainingEpoch> epochs) {
    public TrainingCurve {
        epochs = List.copyOf(epochs);
    }

    /** The curve of towers that were not trained here. */
    public static TrainingCurve none() {
        return new TrainingCurve("rmse", 0, List.of());
    }
}
