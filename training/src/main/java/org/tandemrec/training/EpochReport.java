package org.tandemrec.training;

import java.util.OptionalDouble;

/**
 * What an epoch brought.
 *
 * @param epoch the first is 1
 * @param trainingRmse over the epoch's batches, each before its step, in the unit of the values
 * @param validationRmse after the epoch, predictions clipped to the scale; empty where no
 *     interactions were kept for it
 */
public record EpochReport(int epoch, double trainingRmse, OptionalDouble validationRmse) {}
