package org.tandemrec.evaluation.metrics;

import java.util.OptionalDouble;

/**
 * Calibration: how far the kinds (genres, say) of a list are from those of the person's history, as
 * the mean over people of {@code sum over kinds of p ln(p / q')}, {@code q' = 0.99 q + 0.01 p}
 * (Steck, Calibrated Recommendations, 2018, eq. 2 to 6, without weights of age or rank). {@code p}
 * and {@code q} are the shares of each kind in the history and in the list, where an item with n
 * kinds gives 1/n to each. 0 where they are the same; at most ln 100, about 4.6. A person without a
 * history or without a list of items that have kinds does not count; empty where nobody does.
 * Filled by one thread.
 */
public final class Calibration {
    private static final double SMOOTHING = 0.01;

    private final int[][] kindsOfItem;
    private final int kinds;
    private double sum;
    private int people;

    /**
     * Nobody's list yet.
     *
     * @param kindsOfItem for each item its kinds, as numbers from 0
     * @param kinds how many kinds there are
     */
    public Calibration(int[][] kindsOfItem, int kinds) {
        this.kindsOfItem = kindsOfItem.clone();
        this.kinds = kinds;
    }

    /** Adds one person: the items of their history, and those of their list. */
    public void add(int[] history, int[] list) {
        double[] known = shares(history);
        double[] shown = shares(list);
        if (known.length == 0 || shown.length == 0) {
            return;
        }
        for (int kind = 0; kind < kinds; kind++) {
            if (known[kind] > 0) {
                double smooth = (1 - SMOOTHING) * shown[kind] + SMOOTHING * known[kind];
                sum += known[kind] * Math.log(known[kind] / smooth);
            }
        }
        people++;
    }

    /** The share of each kind; an empty array where no item has one. */
    private double[] shares(int[] items) {
        double[] shares = new double[kinds];
        int counted = 0;
        for (int item : items) {
            int[] ofItem = kindsOfItem[item];
            counted += ofItem.length > 0 ? 1 : 0;
            for (int kind : ofItem) {
                shares[kind] += 1.0 / ofItem.length;
            }
        }
        for (int kind = 0; kind < kinds; kind++) {
            shares[kind] /= Math.max(1, counted);
        }
        return counted == 0 ? new double[0] : shares;
    }

    /** The mean over the people that count. */
    public OptionalDouble value() {
        return people == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / people);
    }
}
