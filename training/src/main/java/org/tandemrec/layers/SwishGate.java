package org.tandemrec.layers;

import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * One half of each row gates the other (Shazeer 2020, SwiGLU): {@code out = u sigmoid(u) v}, where
 * u is the first half of the row and v the second.
 */
public final class SwishGate {
    private static final int ROWS_PER_TASK = 128;

    private SwishGate() {}

    /** Sets each row of {@code out}, which is half as wide as {@code in}. */
    public static void forward(Matrix in, Matrix out, Workers workers) {
        requireHalves(in, out);
        workers.forRanges(in.rows(), ROWS_PER_TASK, (from, to) -> forward(in, out, from, to));
    }

    private static void requireHalves(Matrix in, Matrix out) {
        if (in.columns() != 2 * out.stride()) {
            throw new IllegalArgumentException(
                    "%d columns are no two halves of %d".formatted(in.columns(), out.stride()));
        }
    }

    private static void forward(Matrix in, Matrix out, int from, int to) {
        for (int row = from; row < to; row++) {
            forward(in.values(), in.offset(row), out.values(), out.offset(row), out.stride());
        }
    }

    private static void forward(float[] in, int inOffset, float[] out, int offset, int half) {
        for (int at = 0; at < half; at++) {
            float u = in[inOffset + at];
            out[offset + at] = u * Gate.sigmoid(u) * in[inOffset + half + at];
        }
    }

    /** Turns {@code inOut}, what went in, into its gradient. */
    public static void backward(Matrix inOut, Matrix outGradient, Workers workers) {
        requireHalves(inOut, outGradient);
        workers.forRanges(
                inOut.rows(), ROWS_PER_TASK, (from, to) -> backward(inOut, outGradient, from, to));
    }

    private static void backward(Matrix inOut, Matrix outGradient, int from, int to) {
        for (int row = from; row < to; row++) {
            backward(
                    inOut.values(),
                    inOut.offset(row),
                    outGradient.values(),
                    outGradient.offset(row),
                    outGradient.stride());
        }
    }

    private static void backward(
            float[] inOut, int inOffset, float[] gradient, int offset, int half) {
        for (int at = 0; at < half; at++) {
            float u = inOut[inOffset + at];
            float v = inOut[inOffset + half + at];
            float open = Gate.sigmoid(u);
            float by = gradient[offset + at];
            inOut[inOffset + at] = by * v * open * (1 + u * (1 - open));
            inOut[inOffset + half + at] = by * u * open;
        }
    }

    /**
     * Along the last axis.
     *
     * @param half how wide a half is
     */
    public static OnnxValue onnx(OnnxGraph graph, OnnxValue in, int half) {
        OnnxValue u = graph.slice(in, -1, 0, half);
        OnnxValue v = graph.slice(in, -1, half, 2 * half);
        return graph.node("Mul", graph.node("Mul", u, graph.node("Sigmoid", u)), v);
    }
}
