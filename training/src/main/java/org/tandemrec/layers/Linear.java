package org.tandemrec.layers;

import java.util.List;
import java.util.stream.Stream;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/** A dense layer with a bias: {@code out = in · weights + bias}. */
public final class Linear {
    private final Dense dense;
    private final Bias bias;

    /** A layer that starts at these weights, one row an input, one column an output; bias 0. */
    public Linear(Matrix weights) {
        this(weights, Matrix.zeros(1, weights.columns()));
    }

    /** A layer that starts at these weights and this bias, a single row. */
    public Linear(Matrix weights, Matrix bias) {
        this.dense = new Dense(weights);
        this.bias = new Bias(bias);
    }

    public List<Parameter> parameters() {
        return Stream.concat(dense.parameters().stream(), bias.parameters().stream()).toList();
    }

    /** A layer with the same values and gradients of its own. */
    public Linear sharing() {
        return new Linear(dense.weights().values(), bias.values());
    }

    /** Sets each row of {@code out} to the layer's output for the same row of {@code in}. */
    public void forward(Matrix in, Matrix out, Workers workers) {
        bias.forward(out, workers);
        dense.forward(in, out, workers);
    }

    /** Adds to the gradients of the weights, of the bias and of {@code in}. */
    public void backward(Matrix in, Matrix outGradient, Matrix inGradient, Workers workers) {
        bias.backward(outGradient, workers);
        dense.backward(in, outGradient, inGradient, workers);
    }

    /**
     * Some of the columns of the rows of {@code in} times the weights, plus the bias; {@code in}
     * has any rank.
     */
    public OnnxValue onnx(OnnxGraph graph, OnnxValue in, int from, int to) {
        OnnxValue weights = graph.constant(part(dense.weights().values(), from, to));
        OnnxValue product = graph.node("MatMul", in, weights);
        return graph.node("Add", product, bias(graph, from, to));
    }

    /** Some of the columns of the bias, {@code [1, to - from]}. */
    OnnxValue bias(OnnxGraph graph, int from, int to) {
        return graph.constant(part(bias.values(), from, to));
    }

    /** Some of the columns of the weights, dealt out to heads: {@code [heads, inputs, columns]}. */
    OnnxValue weights(OnnxGraph graph, int from, int to, int heads) {
        Matrix weights = dense.weights().values();
        int columns = (to - from) / heads;
        float[] byHead = new float[weights.rows() * (to - from)];
        int at = 0;
        for (int head = 0; head < heads; head++) {
            for (int row = 0; row < weights.rows(); row++) {
                for (int column = 0; column < columns; column++) {
                    byHead[at++] = weights.at(row, from + head * columns + column);
                }
            }
        }
        return graph.constant(byHead, heads, weights.rows(), columns);
    }

    private static Matrix part(Matrix matrix, int from, int to) {
        Matrix part = Matrix.zeros(matrix.rows(), to - from);
        for (int row = 0; row < matrix.rows(); row++) {
            System.arraycopy(
                    matrix.values(),
                    matrix.offset(row) + from,
                    part.values(),
                    part.offset(row),
                    to - from);
        }
        return part;
    }

    /** The rows of {@code in} times the weights, plus the bias; {@code in} has any rank. */
    public OnnxValue onnx(OnnxGraph graph, OnnxValue in) {
        return bias.onnx(graph, dense.onnx(graph, in));
    }
}
