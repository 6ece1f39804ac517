package org.tandemrec.towers;

import org.tandemrec.layers.Sequences;

/**
 * Sequences of events as a {@link SequenceEncoder} reads them. Each begins with a row that stands
 * for the person before any event; every further row is an event. One such object is filled anew
 * for every batch, from one thread.
 */
public final class EventBatch {
    private final Sequences sequences;
    private final int[] users;
    private final long[] hidden;
    private final int[] items;
    private final int[] levels;
    private final int[] before;
    private final int[] after;
    private int rows;
    private int begun;

    /** Room for so many rows. */
    public EventBatch(int capacity) {
        this.sequences = new Sequences(capacity);
        this.users = new int[capacity];
        this.hidden = new long[capacity];
        this.items = new int[capacity];
        this.levels = new int[capacity];
        this.before = new int[capacity];
        this.after = new int[capacity];
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
        put(0, 0, 0, 0);
    }

    /**
     * Appends an event to the sequence that was begun.
     *
     * @param item its row
     * @param level the code of its value
     * @param gapBefore the code of the gap before it
     * @param gapAfter the code of the gap after it
     */
    public void add(int item, int level, int gapBefore, int gapAfter) {
        put(item, level, gapBefore, gapAfter);
    }

    private void put(int item, int level, int gapBefore, int gapAfter) {
        items[rows] = item;
        levels[rows] = level;
        before[rows] = gapBefore;
        after[rows++] = gapAfter;
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
}
