package org.tandemrec.training;

/**
 * How an encoder of histories is trained.
 *
 * @param learningRate the highest rate
 * @param average how much of the parameters' running mean, the result, a step leaves
 * @param epochs passes over the events at most
 * @param timeless how often an event does not know the time of the next
 * @param seed of everything drawn by chance
 */
record SequenceLearning(
        double learningRate, double average, int epochs, double timeless, long seed) {}
