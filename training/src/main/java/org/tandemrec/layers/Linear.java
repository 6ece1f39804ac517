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
        return graph.node("Add", product, graph.constant(part(bias.values(), from, to)));
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
