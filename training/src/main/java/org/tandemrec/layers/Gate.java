package org.tandemrec.layers;

import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * Lets a part of each number pass: {@code out += sigmoid(gate) * in}. The sigmoid is {@code 0.5 +
 * 0.5 tanh(gate / 2)}, with {@link Tanh}'s polynomials.
 */
public final class Gate {
    private static final int ROWS_PER_TASK = 256;

    private Gate() {}

    /** The sigmoid of a number. */
    static float sigmoid(float number) {
        return 0.5f + 0.5f * Tanh.of(0.5f * number);
    }

    /**
     * Adds to {@code out} what passes.
     *
     * @param gate becomes its sigmoid
     */
    public static void forward(Matrix gate, Matrix in, Matrix out, Workers workers) {
        workers.forRanges(
                in.rows(),
                ROWS_PER_TASK,
                (from, to) ->
                        forward(
                                gate.values(),
                                in.values(),
                                out.values(),
                                in.offset(from),
                                in.offset(to)));
    }

    private static void forward(float[] gate, float[] in, float[] out, int from, int to) {
        for (int at = from; at < to; at++) {
            float open = sigmoid(gate[at]);
            gate[at] = open;
            out[at] += open * in[at];
        }
    }

    /**
     * The way back.
     *
     * @param open the sigmoids that the forward pass left; become the gradient by the gate
     * @param in becomes its own gradient
     * @param outGradient the gradient by {@code out}
     */
    public static void backward(Matrix open, Matrix in, Matrix outGradient, Workers workers) {
        workers.forRanges(
                in.rows(),
                ROWS_PER_TASK,
                (from, to) ->
                        backward(
                                open.values(),
                                in.values(),
                                outGradient.values(),
                                in.offset(from),
                                in.offset(to)));
    }

    private static void backward(float[] open, float[] in, float[] gradient, int from, int to) {
        for (int at = from; at < to; at++) {
            float part = open[at];
            float passed = gradient[at] * part;
            open[at] = passed * (1 - part) * in[at];
            in[at] = passed;
        }
    }

    /** What passes, to be added. */
    public static OnnxValue onnx(OnnxGraph graph, OnnxValue gate, OnnxValue in) {
        return graph.node("Mul", graph.node("Sigmoid", gate), in);
    }
}
