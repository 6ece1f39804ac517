package org.tandemrec.evaluation.splits;

import java.util.Arrays;

/** Finds the place of a pair of numbers: an open-addressing hash table, at most half full. */
final class PairTable {
    private static final int NONE = -1;

    private final long[] keys;
    private final int[] places;
    private final int mask;

    /** Room for so many pairs. */
    PairTable(int pairs) {
        int slots = Integer.highestOneBit(Math.max(8, pairs)) * 4;
        keys = new long[slots];
        places = new int[slots];
        Arrays.fill(places, NONE);
        mask = slots - 1;
    }

    /** Remembers a pair's place; false where the pair has one already. */
    boolean put(int first, int second, int place) {
        int slot = slot(key(first, second));
        if (places[slot] != NONE) {
            return false;
        }
        keys[slot] = key(first, second);
        places[slot] = place;
        return true;
    }

    /** The pair's place, or -1. */
    int find(int first, int second) {
        return places[slot(key(first, second))];
    }

    private static long key(int first, int second) {
        return (long) first << 32 | second;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & mask;
        while (places[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
