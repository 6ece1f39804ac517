package org.tandemrec.training;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.layers.Pairs;

/**
 * Deals the interactions out in batches, in a new order each epoch. Little data comes in smaller
 * batches: a tower needs a number of steps to get anywhere.
 */
final class Epoch {
    private static final int LEAST_BATCHES = 50;

    private final EncodedInteractions interactions;
    private final int batchSize;
    private final int[] order;
    private final Pairs batch;
    private final int[] users;
    private final int[] items;
    private final float[] values;

    Epoch(EncodedInteractions interactions, TwoTowers towers, int batchSize) {
        this.interactions = interactions;
        this.batchSize = Math.min(batchSize, Math.ceilDiv(interactions.size(), LEAST_BATCHES));
        this.order = IntStream.range(0, interactions.size()).toArray();
        this.batch = towers.pairs(this.batchSize);
        this.users = new int[this.batchSize];
        this.items = new int[this.batchSize];
        this.values = new float[this.batchSize];
    }

    int batches() {
        return Math.ceilDiv(order.length, batchSize);
    }

    void shuffle(SplittableRandom random) {
        Shuffle.shuffle(order, random);
    }

    /** The batch of that number, from 0; it stands until the next call. */
    Pairs batch(int number) {
        int from = number * batchSize;
        int count = Math.min(batchSize, order.length - from);
        for (int at = 0; at < count; at++) {
            int row = order[from + at];
            users[at] = interactions.users()[row];
            items[at] = interactions.items()[row];
            values[at] = interactions.values()[row];
        }
        batch.fill(users, items, values, count);
        return batch;
    }
}
