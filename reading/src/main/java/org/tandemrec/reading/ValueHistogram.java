package org.tandemrec.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tandemrec.data.Interactions;

/**
 * How often each value occurs among interactions; where there are many, how often each tenth of
 * their range does.
 *
 * @param bars from the lowest value to the highest
 */
public record ValueHistogram(List<Bar> bars) {
    private static final int MOST_VALUES = 20;
    private static final int RANGES = 10;

    public ValueHistogram {
        bars = List.copyOf(bars);
    }

    /**
     * One bar.
     *
     * @param from the lowest value it counts
     * @param to the highest, itself counted in the next bar unless it is {@code from} or the end
     * @param count how many interactions
     */
    public record Bar(double from, double to, long count) {
        /** {@code 4}, or {@code 10..20}. */
        public String label() {
            return from == to ? Plain.number(from) : Plain.number(from) + ".." + Plain.number(to);
        }
    }

    /** The histogram of these interactions' values. */
    public static ValueHistogram of(Interactions interactions) {
        TreeMap<Float, Long> counts = new TreeMap<>();
        for (int row = 0; row < interactions.size(); row++) {
            counts.merge(interactions.value(row), 1L, Long::sum);
        }
        return new ValueHistogram(counts.size() <= MOST_VALUES ? single(counts) : ranges(counts));
    }

    private static List<Bar> single(Map<Float, Long> counts) {
        List<Bar> bars = new ArrayList<>();
        counts.forEach((value, count) -> bars.add(new Bar(value, value, count)));
        return bars;
    }

    private static List<Bar> ranges(TreeMap<Float, Long> counts) {
        double from = counts.firstKey();
        double width = (counts.lastKey() - from) / RANGES;
        long[] sums = new long[RANGES];
        counts.forEach(
                (value, count) ->
                        sums[Math.min(RANGES - 1, (int) ((value - from) / width))] += count);
        List<Bar> bars = new ArrayList<>();
        for (int range = 0; range < RANGES; range++) {
            bars.add(new Bar(from + range * width, from + (range + 1) * width, sums[range]));
        }
        return bars;
    }
}
