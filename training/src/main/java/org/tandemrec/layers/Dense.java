package org.tandemrec.layers;

import java.util.List;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.MatrixProduct;
import org.tandemrec.vectors.Workers;

/**
 * A dense layer without bias: {@code out += in · weights}. Two such layers with nothing between
 * them are one: forward on the first one's weights makes their product.
 */
public final class Dense {
    private final DenseParameter weights;

    /** A layer that starts at these weights, one row an input, one column an output. */
    public Dense(Matrix weights) {
        this.weights = new DenseParameter(weights);
    }

    /** A layer with the same values and gradients of its own. */
    public Dense sharing() {
        return new Dense(weights.values());
    }

    public List<Parameter> parameters() {
        return List.of(weights);
    }

    /** One row an input, one column an output. */
    public DenseParameter weights() {
        return weights;
    }

    /** Adds the layer's output for each row of {@code in} to the same row of {@code out}. */
    public void forward(Matrix in, Matrix out, Workers workers) {
        MatrixProduct.add(in, weights.values(), out, workers);
    }

    /** Adds to the gradients of the weights and of {@code in}. */
    public void backward(Matrix in, Matrix outGradient, Matrix inGradient, Workers workers) {
        MatrixProduct.addTransposed(in, outGradient, weights.gradient(), workers);
        MatrixProduct.add(outGradient, weights.values().transposed(), inGradient, workers);
    }

    /** The rows of {@code in} times the weights. */
    public OnnxValue onnx(OnnxGraph graph, OnnxValue in) {
        return graph.node("MatMul", in, graph.constant(weights.values()));
    }
}
