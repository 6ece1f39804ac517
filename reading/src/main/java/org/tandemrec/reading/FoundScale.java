package org.tandemrec.reading;

import java.util.SortedSet;
import java.util.TreeSet;
import org.tandemrec.data.Interactions;
import org.tandemrec.data.ValueScale;

/** The scale of values that were not told beforehand: their ends, and their smallest difference. */
final class FoundScale {
    private static final int MOST_VALUES = 1000;

    private FoundScale() {}

    /** The scale, 1 to 1 where there is nothing. More than 1,000 values count as evenly spread. */
    static ValueScale of(Interactions interactions) {
        if (interactions.size() == 0) {
            return new ValueScale(1, 1, 1);
        }
        SortedSet<Float> values = new TreeSet<>();
        double from = Double.POSITIVE_INFINITY;
        double to = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < interactions.size(); row++) {
            float value = interactions.value(row);
            from = Math.min(from, value);
            to = Math.max(to, value);
            if (values.size() <= MOST_VALUES) {
                values.add(value);
            }
        }
        if (values.size() > MOST_VALUES) {
            return new ValueScale(from, to, (to - from) / MOST_VALUES);
        }
        return new ValueScale(from, to, smallestStep(values));
    }

    private static double smallestStep(SortedSet<Float> values) {
        double smallest = Double.POSITIVE_INFINITY;
        double earlier = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            smallest = Math.min(smallest, value - earlier);
            earlier = value;
        }
        return Double.isInfinite(smallest) ? 1 : smallest;
    }
}
