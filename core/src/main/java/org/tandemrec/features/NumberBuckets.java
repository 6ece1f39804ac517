package org.tandemrec.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tandemrec.data.NumberColumn;
import org.tandemrec.data.NumberRange;

/**
 * Turns a quantity into one of at most sixteen categories, each holding about as many of the
 * numbers seen when it was made. The categories are written as ranges, so that a vocabulary of them
 * is all that has to be kept.
 */
final class NumberBuckets {
    private static final int BUCKETS = 16;

    private NumberBuckets() {}

    /** The buckets of a column: ranges that meet, the outer two open. */
    static Vocabulary of(NumberColumn column) {
        double[] sorted = numbers(column);
        List<String> ranges = new ArrayList<>();
        double from = Double.NEGATIVE_INFINITY;
        for (double to : cuts(sorted)) {
            ranges.add(new NumberRange(from, to).toString());
            from = to;
        }
        ranges.add(new NumberRange(from, Double.POSITIVE_INFINITY).toString());
        return new Vocabulary(ranges);
    }

    /** The first bucket that holds the number. */
    static int rowOf(double number, Vocabulary buckets) {
        for (int row = 1; row < buckets.rows(); row++) {
            if (NumberRange.parse(buckets.valueAt(row)).contains(number)) {
                return row;
            }
        }
        return Vocabulary.UNKNOWN;
    }

    private static double[] numbers(NumberColumn column) {
        double[] numbers = new double[column.size()];
        int count = 0;
        for (int cell = 0; cell < column.size(); cell++) {
            if (column.at(cell).isPresent()) {
                numbers[count++] = column.at(cell).getAsDouble();
            }
        }
        double[] sorted = Arrays.copyOf(numbers, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static List<Double> cuts(double[] sorted) {
        List<Double> cuts = new ArrayList<>();
        for (int bucket = 1; bucket < BUCKETS && sorted.length > 0; bucket++) {
            double cut = sorted[(int) ((long) bucket * sorted.length / BUCKETS)];
            if (cuts.isEmpty() || cut > cuts.getLast()) {
                cuts.add(cut);
            }
        }
        return cuts;
    }
}
