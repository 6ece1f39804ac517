package org.tandemrec.evaluation.report;

/**
 * One pass over the train part.
 *
 * @param epoch counted from 1
 * @param trainLoss the mean loss of its batches
 * @param validation the validation metric after it
 */
public record TrainingEpoch(int epoch, double trainLoss, double validation) {
    public TrainingEpoch {
        if (epoch < 1 || !Double.isFinite(trainLoss) || !Double.isFinite(validation)) {
            throw new IllegalArgumentException(
                    "epoch %d with loss %s and validation %s, expected a count from 1 and finite numbers"
                            .formatted(epoch, trainLoss, validation));
        }
    }
}
