package org.tandemrec.layers;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Valued meetings as lists, one for each owner: who was met, at which level, and the number of the
 * meeting. A list is sorted by level, then by who was met. Immutable and safe for any thread.
 */
public final class EventLists {
    private final int[] starts;
    private final int[] others;
    private final int[] levels;
    private final int[] meetings;
    private final int longest;

    private EventLists(int[] starts, int[] others, int[] levels, int[] meetings) {
        this.starts = starts;
        this.others = others;
        this.levels = levels;
        this.meetings = meetings;
        this.longest = longest(starts);
    }

    private static int longest(int[] starts) {
        int longest = 0;
        for (int owner = 0; owner + 1 < starts.length; owner++) {
            longest = Math.max(longest, starts[owner + 1] - starts[owner]);
        }
        return longest;
    }

    /**
     * The lists of meetings given by their columns.
     *
     * @param owners whose list each meeting stands in
     * @param others whom they met
     * @param levels the level of each meeting's value
     * @param rows how many owners there are
     */
    public static EventLists of(int[] owners, int[] others, int[] levels, int rows) {
        int[] order = new int[owners.length];
        Arrays.setAll(order, meeting -> meeting);
        order = sorted(order, meeting -> others[meeting]);
        order = sorted(order, meeting -> levels[meeting]);
        order = sorted(order, meeting -> owners[meeting]);
        int[] starts = new int[rows + 1];
        for (int owner : owners) {
            starts[owner + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        return new EventLists(starts, picked(others, order), picked(levels, order), order);
    }

    /** One stable pass of a radix sort. */
    private static int[] sorted(int[] order, IntUnaryOperator key) {
        int[] next = new int[Arrays.stream(order).map(key).max().orElse(0) + 2];
        for (int meeting : order) {
            next[key.applyAsInt(meeting) + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] sorted = new int[order.length];
        for (int meeting : order) {
            sorted[next[key.applyAsInt(meeting)]++] = meeting;
        }
        return sorted;
    }

    private static int[] picked(int[] column, int[] order) {
        return Arrays.stream(order).map(meeting -> column[meeting]).toArray();
    }

    /** How many owners there are. */
    public int rows() {
        return starts.length - 1;
    }

    /** The first place of an owner's list. */
    public int start(int owner) {
        return starts[owner];
    }

    /** The place after the last of an owner's list. */
    public int end(int owner) {
        return starts[owner + 1];
    }

    /** How long the longest list is. */
    public int longest() {
        return longest;
    }

    public int other(int place) {
        return others[place];
    }

    public int level(int place) {
        return levels[place];
    }

    public int meeting(int place) {
        return meetings[place];
    }
}
