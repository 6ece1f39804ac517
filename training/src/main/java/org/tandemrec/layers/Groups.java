package org.tandemrec.layers;

import java.util.Arrays;

/**
 * Positions sorted by key with a counting sort: the distinct keys in ascending order, and for each
 * the positions that have it, also ascending. One such object is filled anew for every batch; it
 * may be read by many threads in between.
 */
public final class Groups {
    private final int[] counts;
    private final int[] keys;
    private final int[] starts;
    private final int[] positions;
    private final int[] groupOfPosition;
    private int size;

    /** Room for {@code capacity} positions with keys from 0 to {@code keyCount - 1}. */
    public Groups(int capacity, int keyCount) {
        int most = Math.min(capacity, keyCount);
        this.counts = new int[keyCount];
        this.keys = new int[most];
        this.starts = new int[most + 1];
        this.positions = new int[capacity];
        this.groupOfPosition = new int[capacity];
    }

    /** Sorts the first {@code count} positions by their keys. */
    public void sort(int[] keyOfPosition, int count) {
        Arrays.fill(counts, 0);
        for (int position = 0; position < count; position++) {
            counts[keyOfPosition[position]]++;
        }
        numberTheKeys();
        int[] next = Arrays.copyOf(starts, size);
        for (int position = 0; position < count; position++) {
            int group = counts[keyOfPosition[position]];
            groupOfPosition[position] = group;
            positions[next[group]++] = position;
        }
    }

    /** Lists the keys that occur; from here on {@link #counts} holds the group of each key. */
    private void numberTheKeys() {
        size = 0;
        int start = 0;
        for (int key = 0; key < counts.length; key++) {
            if (counts[key] > 0) {
                keys[size] = key;
                starts[size] = start;
                start += counts[key];
                counts[key] = size++;
            }
        }
        starts[size] = start;
    }

    /** How many distinct keys there are. */
    public int size() {
        return size;
    }

    /** The key of a group. */
    public int key(int group) {
        return keys[group];
    }

    /** The first place in the sorted positions that belongs to a group. */
    public int start(int group) {
        return starts[group];
    }

    /** The place after the last one that belongs to a group. */
    public int end(int group) {
        return starts[group + 1];
    }

    /** The position at a place of the sorted positions. */
    public int position(int place) {
        return positions[place];
    }

    /** The group that a position belongs to. */
    public int groupOf(int position) {
        return groupOfPosition[position];
    }
}
