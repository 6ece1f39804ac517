package org.tandemrec.data;

import java.util.OptionalLong;

/**
 * Who did what with which item, in the order of the files. Immutable and safe for any thread. A
 * pair of user and item stands in it once.
 */
public final class Interactions {
    private final StringColumn users;
    private final StringColumn items;
    private final float[] values;
    private final TimeColumn times;

    /**
     * Interactions from their columns.
     *
     * @param users one user id a row, none missing
     * @param items one item id a row, none missing
     * @param values one value a row, on the recipe's scale; 1 where the data has none
     * @param times one moment a row
     */
    public Interactions(StringColumn users, StringColumn items, float[] values, TimeColumn times) {
        if (users.size() != items.size()
                || users.size() != values.length
                || users.size() != times.size()) {
            throw new IllegalArgumentException("interactions need columns of one size");
        }
        this.users = users;
        this.items = items;
        this.values = values.clone();
        this.times = times;
    }

    public int size() {
        return values.length;
    }

    /** The user id of each row. */
    public StringColumn users() {
        return users;
    }

    /** The item id of each row. */
    public StringColumn items() {
        return items;
    }

    /** The value in a row. */
    public float value(int row) {
        return values[row];
    }

    /** The moment of a row, in seconds since 1970. */
    public OptionalLong time(int row) {
        return times.at(row);
    }

    /** The same interactions at other moments, one a row. */
    public Interactions with(TimeColumn moments) {
        return new Interactions(users, items, values, moments);
    }

    /** Some of the rows, in the order given. */
    public Interactions select(int[] rows) {
        float[] chosenValues = new float[rows.length];
        long[] chosenTimes = new long[rows.length];
        for (int position = 0; position < rows.length; position++) {
            chosenValues[position] = values[rows[position]];
            chosenTimes[position] = times.at(rows[position]).orElse(TimeColumn.MISSING);
        }
        return new Interactions(
                users.select(rows), items.select(rows), chosenValues, new TimeColumn(chosenTimes));
    }
}
