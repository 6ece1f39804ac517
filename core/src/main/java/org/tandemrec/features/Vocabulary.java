package org.tandemrec.features;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * The distinct values of one field and the row number of each. Row 0 is the unknown value (and the
 * padding of fields with several values); the known ones start at row 1. Immutable.
 */
public final class Vocabulary {
    /** The row of whatever is not in the vocabulary. */
    public static final int UNKNOWN = 0;

    private static final Comparator<String> NATURAL =
            Comparator.comparing(Vocabulary::isCount, Comparator.reverseOrder())
                    .thenComparingInt(value -> isCount(value) ? value.length() : 0)
                    .thenComparing(Comparator.naturalOrder());

    private final List<String> values;
    private final Map<String, Integer> rows;

    /**
     * A vocabulary of these values, the first of them at row 1.
     *
     * @param values distinct, in the order of their rows
     */
    public Vocabulary(List<String> values) {
        this.values = List.copyOf(values);
        this.rows = HashMap.newHashMap(values.size());
        for (String value : values) {
            if (rows.putIfAbsent(value, rows.size() + 1) != null) {
                throw new IllegalArgumentException("value '" + value + "' stands there twice");
            }
        }
    }

    /** A vocabulary of the distinct values in natural order: counts by size, then texts. */
    public static Vocabulary ofDistinct(Collection<String> values) {
        List<String> sorted = new ArrayList<>(new HashSet<>(values));
        sorted.sort(NATURAL);
        return new Vocabulary(sorted);
    }

    private static boolean isCount(String value) {
        return !value.isEmpty()
                && value.length() < 19
                && value.charAt(0) != '0'
                && value.chars().allMatch(character -> '0' <= character && character <= '9');
    }

    /** How many rows there are, the unknown one among them. */
    public int rows() {
        return values.size() + 1;
    }

    /** The row of a value, {@link #UNKNOWN} where it is not in the vocabulary. */
    public int rowOf(String value) {
        return rows.getOrDefault(value, UNKNOWN);
    }

    public boolean contains(String value) {
        return rows.containsKey(value);
    }

    /** The value at a row, which is at least 1. */
    public String valueAt(int row) {
        return values.get(row - 1);
    }

    /** The values in the order of their rows, without the unknown one. */
    public List<String> values() {
        return values;
    }
}
