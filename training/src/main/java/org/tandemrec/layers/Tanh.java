package org.tandemrec.layers;

import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * The hyperbolic tangent as a quotient of two polynomials, the coefficients Eigen and XLA use; its
 * error is below 5e-7. Plain multiplications, additions and one division, which the compiler turns
 * into SIMD: the same bits on every machine.
 */
public final class Tanh {
    private static final int ROWS_PER_TASK = 256;
    private static final float LIMIT = 7.905311f;

    private Tanh() {}

    /** Replaces every element by its hyperbolic tangent. */
    public static void forward(Matrix inOut, Workers workers) {
        workers.forRanges(
                inOut.rows(),
                ROWS_PER_TASK,
                (from, to) -> forward(inOut.values(), inOut.offset(from), inOut.offset(to)));
    }

    private static void forward(float[] values, int from, int to) {
        for (int at = from; at < to; at++) {
            values[at] = of(values[at]);
        }
    }

    /** The hyperbolic tangent of a number. */
    static float of(float number) {
        float x = Math.max(-LIMIT, Math.min(LIMIT, number));
        float square = x * x;
        float above = -2.7607684e-16f * square + 2.000188e-13f;
        above = above * square - 8.604672e-11f;
        above = above * square + 5.1222973e-8f;
        above = above * square + 1.48572235e-5f;
        above = above * square + 6.3726195e-4f;
        above = above * square + 4.8935246e-3f;
        float below = 1.1982584e-6f * square + 1.1853471e-4f;
        below = below * square + 2.2684347e-3f;
        below = below * square + 4.893525e-3f;
        return x * above / below;
    }

    /** Turns the gradient by the tangents into the gradient by what they were taken of. */
    public static void backward(Matrix tangents, Matrix gradient, Workers workers) {
        workers.forRanges(
                tangents.rows(),
                ROWS_PER_TASK,
                (from, to) ->
                        backward(
                                tangents.values(),
                                gradient.values(),
                                tangents.offset(from),
                                tangents.offset(to)));
    }

    private static void backward(float[] tangents, float[] gradient, int from, int to) {
        for (int at = from; at < to; at++) {
            gradient[at] *= 1 - tangents[at] * tangents[at];
        }
    }

    public static OnnxValue onnx(OnnxGraph graph, OnnxValue in) {
        return graph.node("Tanh", in);
    }
}
