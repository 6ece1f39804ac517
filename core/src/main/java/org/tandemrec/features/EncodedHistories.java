package org.tandemrec.features;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.tandemrec.data.TimeColumn;

/**
 * The histories of users, each the rows of the items they met, or of items, each the rows of their
 * users: in the order of time, events without a time first, ties in the order of the data. Row 0,
 * the unknown one, has none. Immutable by agreement: the accessors hand out the arrays themselves,
 * for reading only.
 */
public final class EncodedHistories {
    private static final int MOST_TURNS = 8;

    private final int[] starts;
    private final int[] others;
    private final float[] values;
    private final long[] times;
    private final long[] moments;

    private EncodedHistories(
            int[] starts, int[] others, float[] values, long[] times, long[] moments) {
        this.starts = starts;
        this.others = others;
        this.values = values;
        this.times = times;
        this.moments = moments;
    }

    /** What each user did. */
    public static EncodedHistories ofUsers(EncodedInteractions interactions, int users) {
        return of(interactions, interactions.users(), interactions.items(), users);
    }

    /** Who met each item. */
    public static EncodedHistories ofItems(EncodedInteractions interactions, int items) {
        return of(interactions, interactions.items(), interactions.users(), items);
    }

    /**
     * One history.
     *
     * @param others the rows of the other side, in the order of time; an unknown one is left out
     * @param values beside them
     * @param times beside them, {@link TimeColumn#MISSING} where unknown
     * @param moment when it is asked about, {@link TimeColumn#MISSING} where unknown
     */
    public static EncodedHistories one(int[] others, float[] values, long[] times, long moment) {
        int[] known =
                IntStream.range(0, others.length)
                        .filter(event -> others[event] != Vocabulary.UNKNOWN)
                        .toArray();
        EncodedInteractions events =
                new EncodedInteractions(new int[others.length], others, values, times)
                        .select(known);
        return new EncodedHistories(
                new int[] {0, known.length},
                events.items(),
                events.values(),
                events.times(),
                new long[] {moment});
    }

    /** Empty histories. */
    public static EncodedHistories none(int rows) {
        return new EncodedHistories(
                new int[rows + 1], new int[0], new float[0], new long[0], unknownMoments(rows));
    }

    /** Histories of which the order is known: those of row r from its start to the next. */
    public static EncodedHistories ordered(
            int[] starts, int[] others, float[] values, long[] times) {
        return new EncodedHistories(
                starts, others, values, times, unknownMoments(starts.length - 1));
    }

    private static EncodedHistories of(
            EncodedInteractions interactions, int[] owners, int[] others, int rows) {
        int[] starts = starts(owners, others, rows);
        int[] order = order(interactions, owners, others, starts);
        EncodedInteractions sorted = interactions.select(order);
        int[] sortedOthers = new int[order.length];
        Arrays.setAll(sortedOthers, event -> others[order[event]]);
        return ordered(starts, sortedOthers, sorted.values(), sorted.times());
    }

    private static boolean counts(int owner, int other) {
        return owner != Vocabulary.UNKNOWN && other != Vocabulary.UNKNOWN;
    }

    private static int[] starts(int[] owners, int[] others, int rows) {
        int[] starts = new int[rows + 1];
        for (int event = 0; event < owners.length; event++) {
            starts[owners[event] + 1] += counts(owners[event], others[event]) ? 1 : 0;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        return starts;
    }

    private static int[] order(
            EncodedInteractions interactions, int[] owners, int[] others, int[] starts) {
        int[] order = new int[starts[starts.length - 1]];
        int[] next = starts.clone();
        for (int event = 0; event < owners.length; event++) {
            if (counts(owners[event], others[event])) {
                order[next[owners[event]]++] = event;
            }
        }
        for (int row = 0; row + 1 < starts.length; row++) {
            sortByTime(order, starts[row], starts[row + 1], interactions.times());
        }
        return order;
    }

    private static void sortByTime(int[] order, int from, int to, long[] times) {
        for (int at = from + 1; at < to; at++) {
            if (times[order[at]] < times[order[at - 1]]) {
                int[] sorted =
                        Arrays.stream(order, from, to)
                                .boxed()
                                .sorted(Comparator.comparingLong(event -> times[event]))
                                .mapToInt(Integer::intValue)
                                .toArray();
                System.arraycopy(sorted, 0, order, from, sorted.length);
                return;
            }
        }
    }

    private static long[] unknownMoments(int rows) {
        long[] moments = new long[rows];
        Arrays.fill(moments, TimeColumn.MISSING);
        return moments;
    }

    public int rows() {
        return starts.length - 1;
    }

    /** How many events there are in all. */
    public int events() {
        return others.length;
    }

    /** The first event of a row; those of row r end where row r + 1 starts. */
    public int start(int row) {
        return starts[row];
    }

    /** How many events a row has. */
    public int size(int row) {
        return starts[row + 1] - starts[row];
    }

    /** The rows of the other side, history after history. */
    public int[] others() {
        return others;
    }

    /** The values, history after history. */
    public float[] values() {
        return values;
    }

    /** Seconds since 1970, history after history; {@link TimeColumn#MISSING} where unknown. */
    public long[] times() {
        return times;
    }

    /** The {@link Gap} before an event. */
    public int gapBefore(int row, int event) {
        return event == starts[row] ? 0 : Gap.code(times[event - 1], times[event]);
    }

    /** The {@link Gap} after an event, to the moment of the request after the last. */
    public int gapAfter(int row, int event) {
        return Gap.code(times[event], momentAfter(row, event));
    }

    /**
     * How many seconds before the moment of its row's request an event was, below 0 for one after
     * it; {@link TimeColumn#MISSING} where either moment is not known.
     */
    public long age(int row, int event) {
        return times[event] == TimeColumn.MISSING || moments[row] == TimeColumn.MISSING
                ? TimeColumn.MISSING
                : moments[row] - times[event];
    }

    /**
     * When a row is asked about, in seconds since 1970; {@link TimeColumn#MISSING} where unknown.
     */
    public long moment(int row) {
        return moments[row];
    }

    /** When the event after an event was, or when its row is asked about after the last. */
    public long momentAfter(int row, int event) {
        return event + 1 == starts[row + 1] ? moments[row] : times[event + 1];
    }

    /** The histories of some rows, in the order given. */
    public EncodedHistories select(int[] rows) {
        int[] chosenStarts = new int[rows.length + 1];
        for (int at = 0; at < rows.length; at++) {
            chosenStarts[at + 1] = chosenStarts[at] + size(rows[at]);
        }
        int events = chosenStarts[rows.length];
        EncodedHistories chosen =
                new EncodedHistories(
                        chosenStarts,
                        new int[events],
                        new float[events],
                        new long[events],
                        new long[rows.length]);
        for (int at = 0; at < rows.length; at++) {
            chosen.copy(at, this, rows[at]);
        }
        return chosen;
    }

    /**
     * A single history of which the last events have no order, such as what somebody says they
     * like: a row for each of at most eight turns of them, each ending with another one. A model
     * that reads order is asked for all of them, and the mean of its answers taken.
     *
     * @param ordered how many events, from the first on, stay where they are
     */
    public EncodedHistories turned(int ordered) {
        int loose = events() - ordered;
        int turns = Math.clamp(loose, 1, MOST_TURNS);
        EncodedHistories turned = select(new int[turns]);
        for (int turn = 1; turn < turns; turn++) {
            for (int place = 0; place < loose; place++) {
                int from = ordered + (place + turn * loose / turns) % loose;
                int to = turned.starts[turn] + ordered + place;
                turned.others[to] = others[from];
                turned.values[to] = values[from];
                turned.times[to] = times[from];
            }
        }
        return turned;
    }

    private void copy(int row, EncodedHistories from, int fromRow) {
        int size = size(row);
        System.arraycopy(from.others, from.starts[fromRow], others, starts[row], size);
        System.arraycopy(from.values, from.starts[fromRow], values, starts[row], size);
        System.arraycopy(from.times, from.starts[fromRow], times, starts[row], size);
        moments[row] = from.moments[fromRow];
    }
}
