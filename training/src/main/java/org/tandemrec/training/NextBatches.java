package org.tandemrec.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Deals people out in batches of about as many rows, in a new order each epoch. */
final class NextBatches {
    private static final int LEAST_BATCHES = 16;
    private static final int SMALLEST = 256;

    private final NextSequences sequences;
    private final int rows;
    private final int[] users;
    private final List<int[]> batches = new ArrayList<>();

    /**
     * The batches of a training.
     *
     * @param most rows of a batch at most, but for what the last sequence has over; little data
     *     comes in smaller batches
     */
    NextBatches(NextSequences sequences, int most) {
        this.sequences = sequences;
        this.users = sequences.users();
        long all = Arrays.stream(users).mapToLong(sequences::rows).sum();
        this.rows = Math.clamp(all / LEAST_BATCHES, Math.min(SMALLEST, most), most);
        cut();
    }

    /** How many rows make a batch. */
    int rows() {
        return rows;
    }

    int count() {
        return batches.size();
    }

    void shuffle(SplittableRandom random) {
        Shuffle.shuffle(users, random);
        cut();
    }

    private void cut() {
        batches.clear();
        int from = 0;
        int filled = 0;
        for (int at = 0; at < users.length; at++) {
            filled += sequences.rows(users[at]);
            if (filled >= rows || at + 1 == users.length) {
                batches.add(Arrays.copyOfRange(users, from, at + 1));
                from = at + 1;
                filled = 0;
            }
        }
    }

    /** The users of a batch. */
    int[] batch(int number) {
        return batches.get(number);
    }
}
