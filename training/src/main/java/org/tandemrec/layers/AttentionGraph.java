package org.tandemrec.layers;

import java.util.List;
import org.tandemrec.vectors.Matrix;

/**
 * {@link CausalAttention} as nodes of an exported model, its sequences of one length T, padded and
 * no longer than its reach.
 */
public final class AttentionGraph {
    private final Matrix table;
    private final int headWidth;

    AttentionGraph(Matrix table, int headWidth) {
        this.table = table;
        this.headWidth = headWidth;
    }

    /**
     * What some positions see, {@code [N, S, width]}.
     *
     * @param joined makes query, key and value of a row
     * @param asking the rows of those positions, {@code [N, S, width]}
     * @param rows of all, {@code [N, T, width]}
     * @param biases added to the scores, for every query and key
     */
    public OnnxValue attended(
            OnnxGraph graph, Linear joined, OnnxValue asking, OnnxValue rows, OnnxValue biases) {
        int width = table.rows() * headWidth;
        OnnxValue queries = heads(graph, queries(graph, joined, asking), 0, 2, 1, 3);
        OnnxValue keys = heads(graph, joined.onnx(graph, rows, width, 2 * width), 0, 2, 3, 1);
        OnnxValue values = heads(graph, joined.onnx(graph, rows, 2 * width, 3 * width), 0, 2, 1, 3);
        OnnxValue scores = graph.node("Add", graph.node("MatMul", queries, keys), biases);
        OnnxValue shares = graph.node("Softmax", "axis", -1, scores);
        OnnxValue seen = graph.node("MatMul", shares, values);
        OnnxValue byRow = graph.node("Transpose", "perm", new long[] {0, 2, 1, 3}, seen);
        return graph.node("Reshape", byRow, graph.integers(0, 0, width));
    }

    /**
     * What one position sees, {@code [N, 1, width]}, without the keys and values of all the others:
     * its query goes back through the weights of the keys, and what it sees comes through those of
     * the values once. The keys' own bias moves all scores of a head alike, and is left out.
     *
     * @param joined makes query, key and value of a row
     * @param asking {@code [N, 1, width]}
     * @param others {@code [N, T, width]}
     * @param biases added to the scores, for every key
     */
    public OnnxValue attendedByOne(
            OnnxGraph graph, Linear joined, OnnxValue asking, OnnxValue others, OnnxValue biases) {
        int heads = table.rows();
        int width = heads * headWidth;
        OnnxValue query = queries(graph, joined, asking);
        OnnxValue keys = joined.weights(graph, width, 2 * width, heads);
        OnnxValue sought = graph.node("MatMul", keys, heads(graph, query, 0, 2, 3, 1));
        OnnxValue byHead = graph.node("Squeeze", sought, graph.integers(3));
        OnnxValue products = graph.node("MatMul", others, turned(graph, byHead));
        OnnxValue scores = graph.node("Add", unsqueezed(graph, turned(graph, products)), biases);
        OnnxValue shares = graph.node("Softmax", "axis", -1, scores);
        OnnxValue seen =
                graph.node("MatMul", graph.node("Squeeze", shares, graph.integers(2)), others);
        OnnxValue values =
                graph.node(
                        "MatMul",
                        unsqueezed(graph, seen),
                        joined.weights(graph, 2 * width, 3 * width, heads));
        OnnxValue row = graph.node("Reshape", values, graph.integers(0, 1, width));
        return graph.node("Add", row, joined.bias(graph, 2 * width, 3 * width));
    }

    private OnnxValue queries(OnnxGraph graph, Linear joined, OnnxValue rows) {
        OnnxValue queries = joined.onnx(graph, rows, 0, table.rows() * headWidth);
        return graph.node("Mul", queries, graph.number(1 / (float) Math.sqrt(headWidth)));
    }

    private static OnnxValue turned(OnnxGraph graph, OnnxValue in) {
        return graph.node("Transpose", "perm", new long[] {0, 2, 1}, in);
    }

    private static OnnxValue unsqueezed(OnnxGraph graph, OnnxValue byHead) {
        return graph.node("Unsqueeze", byHead, graph.integers(2));
    }

    private OnnxValue heads(OnnxGraph graph, OnnxValue rows, long... order) {
        OnnxValue byHead =
                graph.node("Reshape", rows, graph.integers(0, 0, table.rows(), headWidth));
        return graph.node("Transpose", "perm", order, byHead);
    }

    /**
     * The biases of all positions, those of what is not seen far below all, {@code [heads, T, T]}.
     *
     * @param mask anything of shape {@code [.., .., .., T]}
     */
    public OnnxValue biases(OnnxGraph graph, OnnxValue mask) {
        OnnxValue length = length(graph, mask);
        return cut(graph, square(graph), graph.integers(0), length, length);
    }

    /** The biases of the first position and the newest, {@code [heads, 1 + newest, T]}. */
    public OnnxValue biasesOfNewest(OnnxGraph graph, OnnxValue mask, int newest) {
        OnnxValue square = square(graph);
        OnnxValue length = length(graph, mask);
        OnnxValue oldest = graph.node("Sub", length, graph.integers(newest));
        OnnxValue from = graph.node("Max", oldest, graph.integers(1));
        return graph.joined(
                List.of(
                        cut(graph, square, graph.integers(0), graph.integers(1), length),
                        cut(graph, square, from, length, length)));
    }

    /** The biases of the last position alone, {@code [heads, 1, T]}. */
    public OnnxValue biasesOfLast(OnnxGraph graph, OnnxValue mask) {
        OnnxValue all = graph.node("Unsqueeze", graph.constant(table), graph.integers(1));
        OnnxValue columns = graph.integers(table.columns());
        OnnxValue events = graph.node("Sub", length(graph, mask), graph.integers(1));
        OnnxValue from = graph.node("Sub", columns, events);
        return graph.node(
                "Concat",
                "axis",
                2,
                graph.slice(all, 2, 0, 1),
                graph.node("Slice", all, from, columns, graph.integers(2)));
    }

    private static OnnxValue length(OnnxGraph graph, OnnxValue mask) {
        return graph.slice(graph.node("Shape", mask), 0, 3, 4);
    }

    private static OnnxValue cut(
            OnnxGraph graph,
            OnnxValue square,
            OnnxValue fromRow,
            OnnxValue toRow,
            OnnxValue toColumn) {
        OnnxValue from = graph.node("Concat", "axis", 0, fromRow, graph.integers(0));
        OnnxValue to = graph.node("Concat", "axis", 0, toRow, toColumn);
        return graph.node("Slice", square, from, to, graph.integers(1, 2));
    }

    /** Rows and columns of a table of all biases: cutting it is faster than to look each one up. */
    private OnnxValue square(OnnxGraph graph) {
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
        return graph.constant(all, heads, size, size);
    }

    private float bias(int head, int row, int column) {
        if (column > row) {
            return CausalAttention.NEVER;
        }
        return table.at(head, column == 0 ? 0 : table.columns() - 1 - (row - column));
    }
}
