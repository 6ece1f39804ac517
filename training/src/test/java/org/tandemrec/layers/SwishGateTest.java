package org.tandemrec.layers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class SwishGateTest {
    private final Workers workers = Workers.of(2);
    private final Matrix open = Matrix.zeros(3, 16);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void agreesWithPyTorch() {
        Reference reference = Reference.of("swish-gate");
        Matrix u = reference.matrix("u");
        Matrix v = reference.matrix("v");
        reference.assertEquals("out", out(u, v));
        SwishGate.backward(u, v, open, reference.matrix("out_gradient"), workers);
        reference.assertEquals("u_gradient", u);
        reference.assertEquals("v_gradient", v);
    }

    private Matrix out(Matrix u, Matrix v) {
        Matrix out = Matrix.zeros(u.rows(), u.columns());
        SwishGate.forward(u, v, open, out, workers);
        return out;
    }

    @Test
    void itsGradientsAreTheLossesSlopes() {
        Matrix u = Samples.random(3, 16, 1);
        Matrix v = Samples.random(3, 16, 2);
        Matrix weights = Samples.random(3, 16, 3);
        Matrix uGradient = u.copy();
        Matrix vGradient = v.copy();
        out(u, v);
        SwishGate.backward(uGradient, vGradient, open, weights, workers);
        GradientCheck.check(u, uGradient, () -> GradientCheck.weighted(out(u, v), weights));
        GradientCheck.check(v, vGradient, () -> GradientCheck.weighted(out(u, v), weights));
    }

    @Test
    void itsOnnxFormGivesTheSame() {
        Matrix u = Samples.random(3, 16, 1);
        Matrix v = Samples.random(3, 16, 2);
        OnnxRun.assertGives(
                out(u, v),
                (graph, codes) ->
                        SwishGate.onnx(
                                graph,
                                Lookup.onnxOfSingles(graph, codes, u),
                                Lookup.onnxOfSingles(graph, codes, v)));
    }
}
