package org.tandemrec.evaluation.scorers;

import org.tandemrec.data.Interactions;

/**
 * How far the values of each item lie from the mean of all: {@code b_i = sum(value - mean) /
 * (DAMPING + count)}, so that an item with few interactions stays near the mean (Koren, Factor in
 * the Neighbors, 2010, section 2.1, with its constant 25).
 */
final class ItemMeans {
    private static final double DAMPING = 25;

    private final double mean;
    private final double[] deviations;

    private ItemMeans(double mean, double[] deviations) {
        this.mean = mean;
        this.deviations = deviations;
    }

    static ItemMeans of(Interactions interactions, int[] itemOfInteraction, int items) {
        double mean = mean(interactions);
        double[] sums = new double[items];
        int[] counts = new int[items];
        for (int row = 0; row < itemOfInteraction.length; row++) {
            sums[itemOfInteraction[row]] += interactions.value(row) - mean;
            counts[itemOfInteraction[row]]++;
        }
        for (int item = 0; item < items; item++) {
            sums[item] /= DAMPING + counts[item];
        }
        return new ItemMeans(mean, sums);
    }

    private static double mean(Interactions interactions) {
        double sum = 0;
        for (int row = 0; row < interactions.size(); row++) {
            sum += interactions.value(row);
        }
        return interactions.size() == 0 ? 0 : sum / interactions.size();
    }

    /** The mean of all values. */
    double mean() {
        return mean;
    }

    /** The damped mean of an item. */
    double of(int item) {
        return mean + deviations[item];
    }

    /** The damped means of all items. */
    void into(float[] row) {
        for (int item = 0; item < deviations.length; item++) {
            row[item] = (float) of(item);
        }
    }
}
