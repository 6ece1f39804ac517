package org.tandemrec.layers;

import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/** Scales every row to length 1: {@code out = in / sqrt(in · in + 1e-12)}. */
public final class UnitLength {
    private static final int ROWS_PER_TASK = 256;
    private static final float EPSILON = 1e-12f;

    private final float[] inverseLengths;

    /** Room for the lengths of this many rows. */
    public UnitLength(int capacity) {
        this.inverseLengths = new float[capacity];
    }

    /** Writes each row of {@code in}, scaled, to the same row of {@code out}. */
    public void forward(Matrix in, Matrix out, Workers workers) {
        workers.forRanges(in.rows(), ROWS_PER_TASK, (from, to) -> forward(in, out, from, to));
    }

    private void forward(Matrix in, Matrix out, int from, int to) {
        for (int row = from; row < to; row++) {
            int offset = in.offset(row);
            float square = Rows.dot(in.values(), offset, in.values(), offset, in.stride());
            inverseLengths[row] = 1 / (float) Math.sqrt(square + EPSILON);
            scale(in.values(), out.values(), offset, in.stride(), inverseLengths[row]);
        }
    }

    private static void scale(float[] in, float[] out, int offset, int length, float by) {
        for (int at = offset; at < offset + length; at++) {
            out[at] = in[at] * by;
        }
    }

    /** Turns the gradient by {@code out} into the gradient by {@code in}, in place. */
    public void backward(Matrix out, Matrix gradient, Workers workers) {
        workers.forRanges(
                out.rows(), ROWS_PER_TASK, (from, to) -> backward(out, gradient, from, to));
    }

    private void backward(Matrix out, Matrix gradient, int from, int to) {
        for (int row = from; row < to; row++) {
            int offset = out.offset(row);
            float along = Rows.dot(out.values(), offset, gradient.values(), offset, out.stride());
            straighten(
                    out.values(),
                    gradient.values(),
                    offset,
                    out.stride(),
                    along,
                    inverseLengths[row]);
        }
    }

    /** Removes what points along the row: a row of fixed length cannot go there. */
    private static void straighten(
            float[] out, float[] gradient, int offset, int length, float along, float scale) {
        for (int at = offset; at < offset + length; at++) {
            gradient[at] = (gradient[at] - along * out[at]) * scale;
        }
    }

    public static OnnxValue onnx(OnnxGraph graph, OnnxValue in) {
        OnnxValue square = graph.sumInPlace(graph.node("Mul", in, in), 1);
        OnnxValue length = graph.node("Sqrt", graph.node("Add", square, graph.number(EPSILON)));
        return graph.node("Div", in, length);
    }
}
