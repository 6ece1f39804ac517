package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class LayerNormTest {
    private final Workers workers = Workers.of(2);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void agreesWithPyTorch() {
        Reference reference = Reference.of("layer-norm");
        LayerNorm norm = new LayerNorm(9, 4);
        norm.parameters().get(0).values().copyFrom(reference.matrix("gain"));
        norm.parameters().get(1).values().copyFrom(reference.matrix("shift"));
        Matrix out = Matrix.zeros(4, 9);
        norm.forward(reference.matrix("rows"), out, workers);
        reference.assertEquals("out", out);
        Matrix rowsGradient = Matrix.zeros(4, 9);
        norm.backward(reference.matrix("out_gradient"), rowsGradient, workers);
        reference.assertEquals("rows_gradient", rowsGradient);
        reference.assertEquals("gain_gradient", gradient(norm, 0));
        reference.assertEquals("shift_gradient", gradient(norm, 1));
    }

    private static Matrix gradient(LayerNorm norm, int parameter) {
        return ((DenseParameter) norm.parameters().get(parameter)).gradient();
    }

    @Test
    void itsGradientsAreTheLossesSlopes() {
        LayerNorm norm = new LayerNorm(5, 3);
        Matrix rows = Samples.random(3, 5, 1);
        Matrix weights = Samples.random(3, 5, 2);
        loss(norm, rows, weights);
        Matrix rowsGradient = Matrix.zeros(3, 5);
        norm.backward(weights, rowsGradient, workers);
        Matrix gain = gradient(norm, 0).copy();
        GradientCheck.check(rows, rowsGradient, () -> loss(norm, rows, weights));
        GradientCheck.check(
                norm.parameters().getFirst().values(), gain, () -> loss(norm, rows, weights));
    }

    private double loss(LayerNorm norm, Matrix rows, Matrix weights) {
        Matrix out = Matrix.zeros(rows.rows(), rows.columns());
        norm.forward(rows, out, workers);
        return GradientCheck.weighted(out, weights);
    }

    @Test
    void aRowOfEqualNumbersBecomesTheShift() {
        Matrix out = Matrix.zeros(1, 4);
        new LayerNorm(4, 1).forward(Matrix.of(new float[] {7, 7, 7, 7}), out, workers);
        assertThat(out.row(0)).containsOnly(0);
    }

    @Test
    void itsOnnxFormGivesTheSame() {
        LayerNorm norm = new LayerNorm(20, 3);
        norm.parameters().getFirst().values().copyFrom(Samples.random(1, 20, 3));
        Matrix table = Samples.random(3, 20, 4);
        Matrix out = Matrix.zeros(3, 20);
        norm.forward(table, out, workers);
        OnnxRun.assertGives(
                out, (graph, codes) -> norm.onnx(graph, Lookup.onnxOfSingles(graph, codes, table)));
    }
}
