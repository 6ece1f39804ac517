package org.tandemrec.evaluation.scorers;

import org.tandemrec.vectors.Workers;

/**
 * With what a baseline learns.
 *
 * @param seed of whatever it draws
 * @param workers share its products, also when it is asked; stay the caller's
 * @param progress is told how far it is
 */
public record Fitting(long seed, Workers workers, FitProgress progress) {}
