package org.tandemrec.reading;

import java.util.Arrays;

/** A number for each of a growing set of whole numbers: open addressing, linear probing. */
final class LongIndex {
    static final int ABSENT = -1;

    private long[] keys = new long[64];
    private int[] codes = filled(64);
    private int size;

    private static int[] filled(int length) {
        int[] codes = new int[length];
        Arrays.fill(codes, ABSENT);
        return codes;
    }

    /** The code of a key, or {@link #ABSENT}. */
    int codeOf(long key) {
        return codes[slot(key)];
    }

    /** Gives a code to a key that has none. */
    void put(long key, int code) {
        if (2 * (size + 1) > keys.length) {
            grow();
        }
        int slot = slot(key);
        keys[slot] = key;
        codes[slot] = code;
        size++;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (codes[slot] != ABSENT && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCodes = codes;
        keys = new long[2 * oldKeys.length];
        codes = filled(keys.length);
        for (int position = 0; position < oldKeys.length; position++) {
            if (oldCodes[position] != ABSENT) {
                int slot = slot(oldKeys[position]);
                keys[slot] = oldKeys[position];
                codes[slot] = oldCodes[position];
            }
        }
    }
}
