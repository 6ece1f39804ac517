package org.tandemrec.training;

import java.util.OptionalDouble;

/**
 * What an epoch brought.
 *
 * @param epoch the first is 1
 * @param objective says what the figures are
 * @param training the {@link Objective#loss} over the epoch's steps, each before its change
 * @param validation the {@link Objective#metric} after the epoch; empty where no interactions were
 *     kept for it
 */
public record EpochReport(
        int epoch, Objective objective, double training, OptionalDouble validation) {}
