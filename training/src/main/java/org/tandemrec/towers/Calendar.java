package org.tandemrec.towers;

import org.tandemrec.data.TimeColumn;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;

/**
 * Periods of equal length that a moment lies in, numbered from 1: what is wanted changes from one
 * to the next. A moment before the first counts to it, one after the last to that; 0 stands for a
 * moment that is not known.
 *
 * @param start of the first, in seconds since 1970
 * @param seconds of a period, at least 1
 * @param periods how many there are, at least 1
 */
public record Calendar(long start, long seconds, int periods) {
    private static final long MONTH = 30L * 24 * 60 * 60;
    private static final int MOST = 60;

    /**
     * Months from the first moment to the last; longer periods where there were more than sixty.
     *
     * @param times in seconds since 1970; those that are missing do not count
     */
    public static Calendar of(long[] times) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (long time : times) {
            if (time != TimeColumn.MISSING) {
                first = Math.min(first, time);
                last = Math.max(last, time);
            }
        }
        if (first > last) {
            return new Calendar(0, 1, 1);
        }
        long seconds = Math.max(MONTH, (last - first) / MOST + 1);
        return new Calendar(first, seconds, (int) ((last - first) / seconds) + 1);
    }

    /** The period of a moment. */
    int code(long moment) {
        if (moment == TimeColumn.MISSING) {
            return 0;
        }
        return 1 + Math.clamp((moment - start) / seconds, 0, periods - 1);
    }

    /** The codes of moments of any shape. */
    OnnxValue onnx(OnnxGraph graph, OnnxValue moments) {
        OnnxValue unknown = graph.scalar(TimeColumn.MISSING / 2);
        OnnxValue known = graph.integers(graph.floats(graph.node("Greater", moments, unknown)));
        OnnxValue since = graph.node("Sub", graph.node("Mul", moments, known), graph.scalar(start));
        OnnxValue period = graph.node("Div", since, graph.scalar(seconds));
        OnnxValue within =
                graph.node(
                        "Min",
                        graph.node("Max", period, graph.scalar(0)),
                        graph.scalar(periods - 1L));
        return graph.node("Mul", graph.node("Add", within, graph.scalar(1)), known);
    }
}
