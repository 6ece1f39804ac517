package org.tandemrec.training;

import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.layers.ValueBasis;
import org.tandemrec.vectors.Workers;

/**
 * What preset {@code rating} learns from.
 *
 * @param data of the training part
 * @param meetings the same, as lists
 * @param validation what was kept to judge by, perhaps nothing
 * @param basis of the values
 */
record ValuedTask(
        RatingConfig config,
        TrainingData data,
        ValuedMeetings meetings,
        EncodedInteractions validation,
        ValueBasis basis,
        Workers workers) {
    /** Answers read more than a step did; their sums are brought back to what is known. */
    double answeringScale() {
        return Math.sqrt(config.context());
    }
}
