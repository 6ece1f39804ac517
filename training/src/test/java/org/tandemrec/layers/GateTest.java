package org.tandemrec.layers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class GateTest {
    private final Workers workers = Workers.of(2);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void agreesWithPyTorch() {
        Reference reference = Reference.of("gate");
        Matrix gates = reference.matrix("gates");
        Matrix rows = reference.matrix("rows");
        Matrix out = reference.matrix("onto");
        Gate.forward(gates, rows, out, workers);
        reference.assertEquals("out", out);
        Gate.backward(gates, rows, reference.matrix("out_gradient"), workers);
        reference.assertEquals("gates_gradient", gates);
        reference.assertEquals("rows_gradient", rows);
    }

    @Test
    void itsGradientsAreTheLossesSlopes() {
        Matrix gates = Samples.random(3, 16, 1);
        Matrix rows = Samples.random(3, 16, 2);
        Matrix weights = Samples.random(3, 16, 3);
        Matrix gatesGradient = gates.copy();
        Matrix rowsGradient = rows.copy();
        Gate.forward(gatesGradient, rowsGradient, Matrix.zeros(3, 16), workers);
        Gate.backward(gatesGradient, rowsGradient, weights, workers);
        GradientCheck.check(gates, gatesGradient, () -> loss(gates, rows, weights));
        GradientCheck.check(rows, rowsGradient, () -> loss(gates, rows, weights));
    }

    private double loss(Matrix gates, Matrix rows, Matrix weights) {
        Matrix out = Matrix.zeros(3, 16);
        Gate.forward(gates.copy(), rows, out, workers);
        return GradientCheck.weighted(out, weights);
    }

    @Test
    void itsOnnxFormGivesTheSame() {
        Matrix gates = Samples.random(3, 16, 1);
        Matrix rows = Samples.random(3, 16, 2);
        Matrix out = Matrix.zeros(3, 16);
        Gate.forward(gates.copy(), rows, out, workers);
        OnnxRun.assertGives(
                out,
                (graph, codes) ->
                        Gate.onnx(
                                graph,
                                Lookup.onnxOfSingles(graph, codes, gates),
                                Lookup.onnxOfSingles(graph, codes, rows)));
    }
}
