package org.tandemrec.layers;

import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * One row gates another (Shazeer 2020, SwiGLU): {@code out = u sigmoid(u) v}. They lie at the same
 * places of arrays of one shape, which lets the compiler turn the loops into SIMD; a loop that does
 * more at once is too long for it.
 */
public final class SwishGate {
    private static final int ROWS_PER_TASK = 128;

    private SwishGate() {}

    /**
     * Sets each row of {@code out}.
     *
     * @param open becomes the sigmoid of u
     */
    public static void forward(Matrix u, Matrix v, Matrix open, Matrix out, Workers workers) {
        workers.forRanges(
                out.rows(),
                ROWS_PER_TASK,
                (from, to) ->
                        forward(
                                u.values(),
                                v.values(),
                                open.values(),
                                out.values(),
                                out.offset(from),
                                out.offset(to)));
    }

    private static void forward(float[] u, float[] v, float[] open, float[] out, int from, int to) {
        for (int at = from; at < to; at++) {
            open[at] = Gate.sigmoid(u[at]);
        }
        for (int at = from; at < to; at++) {
            out[at] = u[at] * open[at] * v[at];
        }
    }

    /**
     * The way back.
     *
     * @param u becomes its gradient
     * @param v becomes its gradient
     * @param open as the forward pass left it
     */
    public static void backward(
            Matrix u, Matrix v, Matrix open, Matrix outGradient, Workers workers) {
        workers.forRanges(
                u.rows(),
                ROWS_PER_TASK,
                (from, to) ->
                        backward(
                                u.values(),
                                v.values(),
                                open.values(),
                                outGradient.values(),
                                u.offset(from),
                                u.offset(to)));
    }

    private static void backward(
            float[] us, float[] vs, float[] open, float[] gradient, int from, int to) {
        for (int at = from; at < to; at++) {
            float u = us[at];
            float v = vs[at];
            float part = open[at];
            float by = gradient[at] * part;
            us[at] = by * v * (1 + u * (1 - part));
            vs[at] = by * u;
        }
    }

    /** The rows of two values of one shape. */
    public static OnnxValue onnx(OnnxGraph graph, OnnxValue u, OnnxValue v) {
        return graph.node("Mul", graph.node("Mul", u, graph.node("Sigmoid", u)), v);
    }
}
