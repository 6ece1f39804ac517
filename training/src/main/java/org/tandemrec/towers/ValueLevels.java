package org.tandemrec.towers;

import org.tandemrec.data.ValueScale;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;

/**
 * The values of a scale as codes from 1 to {@link #count}, evenly spaced; code 0 is no value.
 *
 * @param from the lowest value
 * @param inverseWidth one over what lies between two codes
 * @param count how many codes there are
 */
public record ValueLevels(float from, float inverseWidth, int count) {
    private static final int MOST = 20;

    /** A code for each value of the scale, or {@value #MOST} where it has more. */
    public static ValueLevels of(ValueScale scale) {
        double range = scale.to() - scale.from();
        long values = 1 + Math.round(range / scale.step());
        int count = (int) Math.min(values, MOST);
        float inverse = count == 1 ? 0 : (float) ((count - 1) / range);
        return new ValueLevels((float) scale.from(), inverse, count);
    }

    /** Whether values differ at all. */
    boolean differ() {
        return count > 1;
    }

    /** The code of a value. */
    public int code(float value) {
        float place = (value - from) * inverseWidth + 0.5f;
        return 1 + Math.clamp((long) Math.floor(place), 0, count - 1);
    }

    /** The codes of floats of any shape. */
    OnnxValue onnx(OnnxGraph graph, OnnxValue values) {
        OnnxValue above = graph.node("Sub", values, graph.number(from));
        OnnxValue scaled = graph.node("Mul", above, graph.number(inverseWidth));
        OnnxValue place = graph.node("Floor", graph.node("Add", scaled, graph.number(0.5f)));
        OnnxValue low = graph.node("Max", place, graph.number(0));
        OnnxValue level = graph.node("Min", low, graph.number(count - 1));
        return graph.integers(graph.node("Add", level, graph.number(1)));
    }
}
