package org.tandemrec.index;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;

/** One field's numbers of all rows. */
final class NumericColumn {
    private final String name;
    private final double[] values;

    /**
     * @param values one per row, NaN where the row has none
     */
    NumericColumn(String name, double[] values) {
        this.name = name;
        this.values = values;
    }

    /** The column of a field over all items. */
    static NumericColumn of(String name, List<IndexedItem> items) {
        return new NumericColumn(
                name, items.stream().mapToDouble(item -> number(item, name)).toArray());
    }

    private static double number(IndexedItem item, String name) {
        return item.fields().get(name) instanceof FieldValue.Numeric(double value)
                ? value
                : Double.NaN;
    }

    String name() {
        return name;
    }

    double[] values() {
        return values;
    }

    BitSet rowsBetween(double lowest, double highest) {
        BitSet rows = new BitSet(values.length);
        for (int row = 0; row < values.length; row++) {
            // False for NaN.
            if (values[row] >= lowest && values[row] <= highest) {
                rows.set(row);
            }
        }
        return rows;
    }

    OptionalDouble at(int row) {
        return Double.isNaN(values[row]) ? OptionalDouble.empty() : OptionalDouble.of(values[row]);
    }
}
