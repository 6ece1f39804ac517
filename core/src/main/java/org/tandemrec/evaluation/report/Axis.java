package org.tandemrec.evaluation.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A scale with round marks that spans some numbers.
 *
 * @param from its lower end, a mark
 * @param to its upper end, a mark, above {@code from}
 * @param step the distance of two marks: 1, 2 or 5 times a power of ten
 */
record Axis(double from, double to, double step) {
    private static final int MARKS = 5;

    /** The axis from the lowest to the highest number, both ends rounded away to a mark. */
    static Axis spanning(double lowest, double highest) {
        double span = highest > lowest ? highest - lowest : Math.max(Math.abs(lowest) * 0.1, 0.01);
        double step = roundStep(span / MARKS);
        double from = Math.floor(lowest / step) * step;
        double to = Math.ceil(highest / step) * step;
        return new Axis(from, to > from ? to : from + step, step);
    }

    private static double roundStep(double raw) {
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(raw)));
        double times = raw / power;
        return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
    }

    List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        int count = (int) Math.round((to - from) / step);
        for (int mark = 0; mark <= count; mark++) {
            marks.add(from + mark * step);
        }
        return marks;
    }

    /** How many decimals a mark needs. */
    int decimals() {
        return (int) Math.max(0, -Math.floor(StrictMath.log10(step) + 1e-9));
    }

    /** Where a number lies, 0 at the lower end and 1 at the upper. */
    double share(double number) {
        return (number - from) / (to - from);
    }
}
