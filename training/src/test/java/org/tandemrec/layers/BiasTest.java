package org.tandemrec.layers;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class BiasTest {
    private final Workers workers = Workers.of(2);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void agreesWithPyTorch() {
        Reference reference = Reference.of("bias");
        Bias bias = new Bias(3);
        DenseParameter parameter = (DenseParameter) bias.parameters().getFirst();
        parameter.values().copyFrom(reference.matrix("bias"));
        Matrix out = Matrix.zeros(5, 3);
        bias.forward(out, workers);
        reference.assertEquals("out", out);
        bias.backward(reference.matrix("out_gradient"), workers);
        reference.assertEquals("bias_gradient", parameter.gradient());
    }

    @Test
    void itsOnnxFormAddsTheBias() {
        Bias bias = new Bias(20);
        bias.parameters().getFirst().values().copyFrom(Samples.random(1, 20, 1));
        Matrix out = Matrix.zeros(4, 20);
        bias.forward(out, workers);
        OnnxRun.assertGives(
                out,
                (graph, codes) ->
                        bias.onnx(graph, Lookup.onnxOfSingles(graph, codes, Matrix.zeros(4, 20))));
    }
}
