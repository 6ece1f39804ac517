package org.tandemrec.layers;

import org.tandemrec.vectors.Matrix;

/** {@link CausalAttention} as nodes of an exported model, its sequences of one length, padded. */
public final class AttentionGraph {
    private final Matrix table;
    private final int headWidth;

    AttentionGraph(Matrix table, int headWidth) {
        this.table = table;
        this.headWidth = headWidth;
    }

    /**
     * What some positions see, {@code [N, Q, width]}.
     *
     * @param queries {@code [N, Q, width]}
     * @param others rows with keys and values side by side, {@code [N, T, 2 width]}
     * @param biases added to the scores, for every query and key
     */
    public OnnxValue attended(
            OnnxGraph graph, OnnxValue queries, OnnxValue others, OnnxValue biases) {
        int width = table.rows() * headWidth;
        float scale = 1 / (float) Math.sqrt(headWidth);
        OnnxValue scaled = graph.node("Mul", queries, graph.number(scale));
        OnnxValue asking = heads(graph, scaled, 0, 2, 1, 3);
        OnnxValue keys = heads(graph, graph.slice(others, -1, 0, width), 0, 2, 3, 1);
        OnnxValue values = heads(graph, graph.slice(others, -1, width, 2 * width), 0, 2, 1, 3);
        OnnxValue scores = graph.node("Add", graph.node("MatMul", asking, keys), biases);
        OnnxValue shares = graph.node("Softmax", "axis", -1, scores);
        OnnxValue seen = graph.node("MatMul", shares, values);
        OnnxValue byRow = graph.node("Transpose", "perm", new long[] {0, 2, 1, 3}, seen);
        return graph.node("Reshape", byRow, graph.integers(0, 0, width));
    }

    private OnnxValue heads(OnnxGraph graph, OnnxValue rows, long... order) {
        OnnxValue byHead =
                graph.node("Reshape", rows, graph.integers(0, 0, table.rows(), headWidth));
        return graph.node("Transpose", "perm", order, byHead);
    }

    /**
     * The biases of all positions, those of later ones far below all, {@code [heads, T, T]}.
     *
     * @param mask anything of shape {@code [.., .., .., T]}
     */
    public OnnxValue biases(OnnxGraph graph, OnnxValue mask) {
        OnnxValue length = length(graph, mask);
        return square(graph, graph.integers(0), length, length);
    }

    /** The biases of the last position alone, {@code [heads, 1, T]}. */
    public OnnxValue biasesOfLast(OnnxGraph graph, OnnxValue mask) {
        OnnxValue length = length(graph, mask);
        OnnxValue last = graph.node("Sub", length, graph.integers(1));
        return square(graph, last, length, length);
    }

    private static OnnxValue length(OnnxGraph graph, OnnxValue mask) {
        return graph.slice(graph.node("Shape", mask), 0, 3, 4);
    }

    /** Rows and columns of a table of all biases: cutting it is faster than to look each one up. */
    private OnnxValue square(
            OnnxGraph graph, OnnxValue fromRow, OnnxValue toRow, OnnxValue toColumn) {
        int size = table.columns();
        int heads = table.rows();
        float[] all = new float[heads * size * size];
        for (int head = 0; head < heads; head++) {
            for (int row = 0; row < size; row++) {
                for (int column = 0; column < size; column++) {
                    all[(head * size + row) * size + column] = bias(head, row, column);
                }
            }
        }
        OnnxValue square = graph.constant(all, heads, size, size);
        OnnxValue from = graph.node("Concat", "axis", 0, fromRow, graph.integers(0));
        OnnxValue to = graph.node("Concat", "axis", 0, toRow, toColumn);
        return graph.node("Slice", square, from, to, graph.integers(1, 2));
    }

    private float bias(int head, int row, int column) {
        if (column > row) {
            return CausalAttention.NEVER;
        }
        return table.at(head, column == 0 ? 0 : table.columns() - 1 - (row - column));
    }
}
