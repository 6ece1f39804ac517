package org.tandemrec.features;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tandemrec.data.NumberColumn;
import org.tandemrec.data.NumberRange;

/**
 * Turns a quantity into one of at most sixteen categories, each holding about as many of the
 * numbers seen when it was made. The categories are written as ranges, so that a vocabulary of them
 * is all that has to be kept.
 */
final class NumberBuckets {
    private static final int BUCKETS = 16;

    private final List<NumberRange> ranges;

    private NumberBuckets(List<NumberRange> ranges) {
        this.ranges = ranges;
    }

    /** The buckets that a vocabulary writes down. */
    static NumberBuckets of(Vocabulary ranges) {
        return new NumberBuckets(ranges.values().stream().map(NumberRange::parse).toList());
    }

    /** The buckets of a column, as a vocabulary: ranges that meet, the outer two open. */
    static Vocabulary fit(NumberColumn column) {
        List<String> ranges = new ArrayList<>();
        double from = Double.NEGATIVE_INFINITY;
        for (double to : cuts(finite(column))) {
            ranges.add(new NumberRange(from, to).toString());
            from = to;
        }
        ranges.add(new NumberRange(from, Double.POSITIVE_INFINITY).toString());
        return new Vocabulary(ranges);
    }

    /** The row of the first bucket that holds the number. */
    int rowOf(double number) {
        for (int bucket = 0; bucket < ranges.size(); bucket++) {
            if (ranges.get(bucket).contains(number)) {
                return bucket + 1;
            }
        }
        return Vocabulary.UNKNOWN;
    }

    private static double[] finite(NumberColumn column) {
        return IntStream.range(0, column.size())
                .mapToObj(column::at)
                .flatMapToDouble(number -> number.stream())
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    private static double[] cuts(double[] sorted) {
        return IntStream.range(1, BUCKETS)
                .filter(_ -> sorted.length > 0)
                .mapToDouble(bucket -> sorted[(int) ((long) bucket * sorted.length / BUCKETS)])
                .distinct()
                .toArray();
    }
}
