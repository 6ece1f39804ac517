package org.tandemrec.features;

/**
 * Interactions as row numbers. Immutable by agreement: the accessors hand out the arrays
 * themselves, for reading only, because the training loop runs over them.
 */
public final class EncodedInteractions {
    private final int[] users;
    private final int[] items;
    private final float[] values;
    private final long[] times;

    /**
     * Interactions from their columns, all of the same length.
     *
     * @param users the row of each interaction's user, at least 1
     * @param items the row of each interaction's item, at least 1
     * @param values on the dataset's scale
     * @param times seconds since 1970, {@link org.tandemrec.data.TimeColumn#MISSING} where unknown
     */
    public EncodedInteractions(int[] users, int[] items, float[] values, long[] times) {
        if (users.length != items.length
                || users.length != values.length
                || users.length != times.length) {
            throw new IllegalArgumentException("interactions need columns of one size");
        }
        this.users = users;
        this.items = items;
        this.values = values;
        this.times = times;
    }

    public int size() {
        return users.length;
    }

    public int[] users() {
        return users;
    }

    public int[] items() {
        return items;
    }

    public float[] values() {
        return values;
    }

    public long[] times() {
        return times;
    }

    /** Some of the interactions, in the order given. */
    public EncodedInteractions select(int[] rows) {
        int[] chosenUsers = new int[rows.length];
        int[] chosenItems = new int[rows.length];
        float[] chosenValues = new float[rows.length];
        long[] chosenTimes = new long[rows.length];
        for (int position = 0; position < rows.length; position++) {
            chosenUsers[position] = users[rows[position]];
            chosenItems[position] = items[rows[position]];
            chosenValues[position] = values[rows[position]];
            chosenTimes[position] = times[rows[position]];
        }
        return new EncodedInteractions(chosenUsers, chosenItems, chosenValues, chosenTimes);
    }

    /**
     * How many interactions each row has.
     *
     * @param column {@link #users()} or {@link #items()}
     * @param rows how many rows there are, the unknown one among them
     */
    public static int[] counts(int[] column, int rows) {
        int[] counts = new int[rows];
        for (int row : column) {
            counts[row]++;
        }
        return counts;
    }
}
