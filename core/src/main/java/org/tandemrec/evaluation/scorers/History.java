package org.tandemrec.evaluation.scorers;

import java.util.Arrays;
import java.util.OptionalLong;
import org.tandemrec.data.TimeColumn;

/**
 * One user's interactions in the order of time, those without a time first, ties in the order of
 * the data; or what somebody says they like, in no order. Items are positions in the {@link
 * ItemCatalogue}. Immutable and safe for any thread.
 */
public final class History {
    private static final History EMPTY = new History(new int[0], new float[0], new long[0], true);

    private final int[] items;
    private final float[] values;
    private final long[] times;
    private final boolean ordered;

    private History(int[] items, float[] values, long[] times, boolean ordered) {
        this.items = items;
        this.values = values;
        this.times = times;
        this.ordered = ordered;
    }

    History(int[] items, float[] values, long[] times) {
        this(items, values, times, true);
    }

    /** The history of somebody never met. */
    public static History empty() {
        return EMPTY;
    }

    public int size() {
        return items.length;
    }

    /** The item of an event, as a position in the catalogue. */
    public int item(int event) {
        return items[event];
    }

    /** The value of an event, on the scale of the data. */
    public float value(int event) {
        return values[event];
    }

    /** The moment of an event, in seconds since 1970. */
    public OptionalLong time(int event) {
        return times[event] == TimeColumn.MISSING
                ? OptionalLong.empty()
                : OptionalLong.of(times[event]);
    }

    /** The items of all events, in their order. */
    public int[] items() {
        return items.clone();
    }

    /** Whether the order of the events means something. */
    public boolean isOrdered() {
        return ordered;
    }

    /** The same events without their times, and in no order, as somebody says what they like. */
    public History unordered() {
        long[] none = new long[times.length];
        Arrays.fill(none, TimeColumn.MISSING);
        return new History(items, values, none, false);
    }

    /** This history and, after it, what came later. */
    public History then(History later) {
        if (later.size() == 0) {
            return this;
        }
        int size = size() + later.size();
        int[] allItems = Arrays.copyOf(items, size);
        float[] allValues = Arrays.copyOf(values, size);
        long[] allTimes = Arrays.copyOf(times, size);
        System.arraycopy(later.items, 0, allItems, size(), later.size());
        System.arraycopy(later.values, 0, allValues, size(), later.size());
        System.arraycopy(later.times, 0, allTimes, size(), later.size());
        return new History(allItems, allValues, allTimes, ordered && later.ordered);
    }
}
