package org.tandemrec.reading;

import java.util.Arrays;

/**
 * Finds repeated pairs of user and item. Of each pair the row with the greatest time stays, and of
 * those the last. Works user by user after a counting sort, in time and memory that grow with the
 * rows.
 */
final class LastOfEachPair {
    private final int[] users;
    private final int[] items;
    private final long[] times;
    private final int size;

    LastOfEachPair(int[] users, int[] items, long[] times, int size) {
        this.users = users;
        this.items = items;
        this.times = times;
        this.size = size;
    }

    /** The rows that stay, in their order. */
    int[] rows(int userCount, int itemCount) {
        boolean[] dropped = new boolean[size];
        int[] byUser = rowsByUser(userCount);
        int[] lastRow = new int[itemCount];
        int[] lastUser = new int[itemCount];
        Arrays.fill(lastUser, -1);
        for (int row : byUser) {
            int item = items[row];
            if (lastUser[item] == users[row]) {
                boolean later = times[row] >= times[lastRow[item]];
                dropped[later ? lastRow[item] : row] = true;
                lastRow[item] = later ? row : lastRow[item];
            } else {
                lastUser[item] = users[row];
                lastRow[item] = row;
            }
        }
        return remaining(dropped);
    }

    /** All rows sorted by user, and of one user in their order. */
    private int[] rowsByUser(int userCount) {
        int[] starts = new int[userCount + 1];
        for (int row = 0; row < size; row++) {
            starts[users[row] + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] sorted = new int[size];
        for (int row = 0; row < size; row++) {
            sorted[starts[users[row]]++] = row;
        }
        return sorted;
    }

    private static int[] remaining(boolean[] dropped) {
        int[] rows = new int[dropped.length];
        int count = 0;
        for (int row = 0; row < dropped.length; row++) {
            if (!dropped[row]) {
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }
}
