package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class SwishGateTest {
    private final Workers workers = Workers.of(2);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void agreesWithPyTorch() {
        Reference reference = Reference.of("swish-gate");
        Matrix rows = reference.matrix("rows");
        reference.assertEquals("out", out(rows));
        SwishGate.backward(rows, reference.matrix("out_gradient"), workers);
        reference.assertEquals("rows_gradient", rows);
    }

    private Matrix out(Matrix rows) {
        Matrix out = Matrix.zeros(rows.rows(), 16);
        SwishGate.forward(rows, out, workers);
        return out;
    }

    @Test
    void itsGradientIsTheLossesSlope() {
        Matrix rows = Samples.random(3, 32, 1);
        Matrix weights = Samples.random(3, 16, 2);
        Matrix gradient = rows.copy();
        SwishGate.backward(gradient, weights, workers);
        GradientCheck.check(rows, gradient, () -> GradientCheck.weighted(out(rows), weights));
    }

    @Test
    void itsOnnxFormGivesTheSame() {
        Matrix rows = Samples.random(3, 32, 1);
        OnnxRun.assertGives(
                out(rows),
                (graph, codes) ->
                        SwishGate.onnx(graph, Lookup.onnxOfSingles(graph, codes, rows), 16));
    }

    @Test
    void refusesWhatIsNoTwoHalves() {
        assertThatThrownBy(
                        () -> SwishGate.forward(Matrix.zeros(1, 30), Matrix.zeros(1, 15), workers))
                .hasMessage("30 columns are no two halves of 16");
    }
}
