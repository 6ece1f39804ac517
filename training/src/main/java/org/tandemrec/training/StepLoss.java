package org.tandemrec.training;

/**
 * What a step found before it changed anything.
 *
 * @param losses their sum
 * @param count over how many interactions
 */
record StepLoss(double losses, long count) {
    StepLoss plus(StepLoss other) {
        return new StepLoss(losses + other.losses, count + other.count);
    }
}
