package org.tandemrec.layers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class DenseTest {
    private final Workers workers = Workers.of(2);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void agreesWithPyTorch() {
        Reference reference = Reference.of("dense");
        Dense dense = new Dense(reference.matrix("weights"));
        Matrix rows = reference.matrix("rows");
        Matrix out = Matrix.zeros(5, 4);
        dense.forward(rows, out, workers);
        reference.assertEquals("out", out);
        Matrix rowsGradient = Matrix.zeros(5, 7);
        dense.backward(rows, reference.matrix("out_gradient"), rowsGradient, workers);
        reference.assertEquals("rows_gradient", rowsGradient);
        reference.assertEquals("weights_gradient", dense.weights().gradient());
    }

    @Test
    void itsGradientsAreTheLossesSlopes() {
        Dense dense = new Dense(Samples.random(6, 5, 1));
        Matrix rows = Samples.random(4, 6, 2);
        Matrix weights = Samples.random(4, 5, 3);
        Matrix rowsGradient = Matrix.zeros(4, 6);
        dense.backward(rows, weights, rowsGradient, workers);
        GradientCheck.check(rows, rowsGradient, () -> loss(dense, rows, weights));
        GradientCheck.check(
                dense.weights().values(),
                dense.weights().gradient(),
                () -> loss(dense, rows, weights));
    }

    private double loss(Dense dense, Matrix rows, Matrix weights) {
        Matrix out = Matrix.zeros(weights.rows(), weights.columns());
        dense.forward(rows, out, workers);
        return GradientCheck.weighted(out, weights);
    }

    @Test
    void twoLayersInARowAreTheLayerOfTheirProduct() {
        Dense first = new Dense(Samples.random(6, 5, 1));
        Dense second = new Dense(Samples.random(5, 3, 2));
        Matrix rows = Samples.random(4, 6, 3);
        Matrix between = Matrix.zeros(4, 5);
        Matrix expected = Matrix.zeros(4, 3);
        first.forward(rows, between, workers);
        second.forward(between, expected, workers);

        Matrix product = Matrix.zeros(6, 3);
        second.forward(first.weights().values(), product, workers);
        Matrix out = Matrix.zeros(4, 3);
        new Dense(product).forward(rows, out, workers);
        Reference.assertClose(expected, out);
    }

    @Test
    void itsOnnxFormGivesTheSame() {
        Dense dense = new Dense(Samples.random(6, 5, 1));
        Matrix table = Samples.random(3, 6, 2);
        Matrix out = Matrix.zeros(3, 5);
        dense.forward(table, out, workers);
        OnnxRun.assertGives(
                out,
                (graph, codes) -> dense.onnx(graph, Lookup.onnxOfSingles(graph, codes, table)));
    }
}
