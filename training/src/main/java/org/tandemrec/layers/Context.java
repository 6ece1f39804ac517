package org.tandemrec.layers;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/**
 * Which meetings may be read in a pass. What a pass predicts must not be among them: the same
 * meeting stands in the histories of both who met.
 */
public final class Context {
    private final boolean[] read;

    private Context(boolean[] read) {
        this.read = read;
    }

    /** All of so many meetings. */
    public static Context all(int meetings) {
        return of(meetings, _ -> true);
    }

    /** Those of so many meetings for which this holds. */
    public static Context of(int meetings, IntPredicate isRead) {
        boolean[] read = new boolean[meetings];
        for (int meeting = 0; meeting < meetings; meeting++) {
            read[meeting] = isRead.test(meeting);
        }
        return new Context(read);
    }

    /**
     * Each with a chance of its own, except that twins go together.
     *
     * @param twins for each meeting the first one of the same two who met
     * @param rate the chance of being read
     */
    public static Context drawn(int[] twins, double rate, SplittableRandom random) {
        boolean[] read = new boolean[twins.length];
        for (int meeting = 0; meeting < twins.length; meeting++) {
            read[meeting] =
                    twins[meeting] == meeting ? random.nextDouble() < rate : read[twins[meeting]];
        }
        return new Context(read);
    }

    /**
     * For each meeting the first one of the same two who met; itself where there is none before.
     */
    public static int[] twins(int[] owners, int[] others) {
        Integer[] order = new Integer[owners.length];
        Arrays.setAll(order, meeting -> meeting);
        Arrays.sort(
                order,
                (left, right) ->
                        owners[left] == owners[right]
                                ? Integer.compare(others[left], others[right])
                                : Integer.compare(owners[left], owners[right]));
        int[] twins = new int[owners.length];
        for (int at = 0; at < order.length; at++) {
            int meeting = order[at];
            boolean again =
                    at > 0
                            && owners[order[at - 1]] == owners[meeting]
                            && others[order[at - 1]] == others[meeting];
            twins[meeting] = again ? twins[order[at - 1]] : meeting;
        }
        return twins;
    }

    public int meetings() {
        return read.length;
    }

    /** Whether a meeting may be read. */
    public boolean reads(int meeting) {
        return read[meeting];
    }
}
