package org.tandemrec.model;

import java.util.Arrays;

/**
 * What one known user did, oldest first where the data has times.
 *
 * <p>The item of an event is a row number within its bundle; {@link ModelBundle} turns it into an
 * id.
 */
public final class History {
    private final int[] items;
    private final float[] values;
    private final long[] times;

    History(int[] items, float[] values, long[] times) {
        this.items = items;
        this.values = values;
        this.times = times;
    }

    public int size() {
        return items.length;
    }

    int[] items(int room) {
        return Arrays.copyOf(items, room);
    }

    float[] values(int room) {
        return Arrays.copyOf(values, room);
    }

    long[] times(int room) {
        return Arrays.copyOf(times, room);
    }

    int item(int event) {
        return items[event];
    }

    /** How much the user liked the item, on the recipe's scale. */
    public float value(int event) {
        return values[event];
    }

    /** When, in seconds since 1970; {@link org.tandemrec.data.TimeColumn#MISSING} if unknown. */
    public long time(int event) {
        return times[event];
    }
}
