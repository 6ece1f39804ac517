package org.tandemrec.towers;

import org.tandemrec.data.TimeColumn;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.layers.Sequences;

/**
 * Sequences of events as a {@link HistoryEncoder} reads them. Each begins with a row that stands
 * for the person before any event; every further row is an event. One such object is filled anew
 * for every batch, from one thread.
 */
public final class EventBatch {
    private final EncodedTable people;
    private final ValueLevels levelsOfValues;
    private final Sequences sequences;
    private final int[] users;
    private final long[] hidden;
    private final int[] items;
    private final int[] levels;
    private final int[] before;
    private final int[] after;
    private final long[] moments;
    private int rows;
    private int begun;

    /**
     * Room for so many rows.
     *
     * @param people whose attributes are read
     */
    public EventBatch(EncodedTable people, ValueLevels levels, int capacity) {
        this.people = people;
        this.levelsOfValues = levels;
        this.sequences = new Sequences(capacity);
        this.users = new int[capacity];
        this.hidden = new long[capacity];
        this.items = new int[capacity];
        this.levels = new int[capacity];
        this.before = new int[capacity];
        this.after = new int[capacity];
        this.moments = new long[capacity];
    }

    /** Removes all sequences. */
    public void clear() {
        sequences.clear();
        rows = 0;
    }

    /**
     * Begins a sequence; {@link #end} ends it.
     *
     * @param user the person's row
     * @param hiddenAttributes a bit for each attribute that is taken for unknown
     */
    public void begin(int user, long hiddenAttributes) {
        begun = rows;
        hidden[sequences.count()] = hiddenAttributes;
        users[sequences.count()] = user;
        put(0, 0, 0, 0, TimeColumn.MISSING);
    }

    /**
     * Appends an event to the sequence that was begun.
     *
     * @param user the row whose event it is
     * @param event its place in the histories
     * @param knowsNext whether the gap after it is known, and the moment
     */
    public void add(EncodedHistories histories, int user, int event, boolean knowsNext) {
        put(
                histories.others()[event],
                levelsOfValues.code(histories.values()[event]),
                histories.gapBefore(user, event),
                knowsNext ? histories.gapAfter(user, event) : 0,
                knowsNext ? histories.momentAfter(user, event) : TimeColumn.MISSING);
    }

    private void put(int item, int level, int gapBefore, int gapAfter, long moment) {
        items[rows] = item;
        levels[rows] = level;
        before[rows] = gapBefore;
        after[rows] = gapAfter;
        moments[rows++] = moment;
    }

    /** Ends the sequence that was begun. */
    public void end() {
        sequences.add(rows - begun);
    }

    public int rows() {
        return rows;
    }

    public Sequences sequences() {
        return sequences;
    }

    EncodedTable people() {
        return people;
    }

    int user(int sequence) {
        return users[sequence];
    }

    boolean hides(int sequence, int attribute) {
        return (hidden[sequence] >> attribute & 1) != 0;
    }

    int item(int row) {
        return items[row];
    }

    int level(int row) {
        return levels[row];
    }

    int before(int row) {
        return before[row];
    }

    int after(int row) {
        return after[row];
    }

    /** When the event after a row's was. */
    long moment(int row) {
        return moments[row];
    }
}
