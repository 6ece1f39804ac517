package org.tandemrec.training;

/**
 * Where the training stands.
 *
 * @param epoch the one that runs; the first is 1
 * @param epochs how many there are at most
 * @param fraction of this epoch, from 0 to 1
 * @param objective says what the training figure is
 * @param training the {@link Objective#loss} over this epoch so far
 * @param interactionsPerSecond over this epoch so far
 */
public record Progress(
        int epoch,
        int epochs,
        double fraction,
        Objective objective,
        double training,
        double interactionsPerSecond) {}
