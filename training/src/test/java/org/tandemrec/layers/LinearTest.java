package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class LinearTest {
    private final Workers workers = Workers.of(2);
    private final Matrix rows = Samples.random(4, 6, 1);
    private final Linear linear = new Linear(Samples.random(6, 5, 2), Samples.random(1, 5, 3));

    @AfterEach
    void close() {
        workers.close();
    }

    private Matrix out(Linear layer) {
        Matrix out = Samples.random(4, 5, 4);
        layer.forward(rows, out, workers);
        return out;
    }

    @Test
    void aRowIsMultipliedAndTheBiasAdded() {
        float expected = linear.parameters().get(1).values().at(0, 2);
        for (int input = 0; input < 6; input++) {
            expected += rows.at(1, input) * linear.parameters().get(0).values().at(input, 2);
        }
        assertThat(out(linear).at(1, 2)).isCloseTo(expected, within(1e-5f));
    }

    @Test
    void itsGradientsAreTheLossesSlopes() {
        Matrix weights = Samples.random(4, 5, 5);
        Matrix rowsGradient = Matrix.zeros(4, 6);
        linear.backward(rows, weights, rowsGradient, workers);
        GradientCheck.check(rows, rowsGradient, () -> GradientCheck.weighted(out(linear), weights));
        for (Parameter parameter : linear.parameters()) {
            GradientCheck.check(
                    parameter.values(),
                    ((DenseParameter) parameter).gradient(),
                    () -> GradientCheck.weighted(out(linear), weights));
        }
    }

    @Test
    void aSharingLayerFollowsTheValuesButHasItsOwnGradients() {
        Linear sharing = linear.sharing();
        linear.parameters().getFirst().values().set(0, 0, 9);
        Reference.assertClose(out(linear), out(sharing));
        sharing.backward(rows, Samples.random(4, 5, 5), Matrix.zeros(4, 6), workers);
        for (Parameter parameter : linear.parameters()) {
            assertThat(((DenseParameter) parameter).gradient().values()).containsOnly(0);
        }
    }

    @Test
    void someOfItsColumnsHaveAnOnnxFormOfTheirOwn() {
        Matrix out = out(linear);
        Matrix expected = Matrix.zeros(4, 2);
        for (int row = 0; row < 4; row++) {
            expected.set(row, 0, out.at(row, 1));
            expected.set(row, 1, out.at(row, 2));
        }
        OnnxRun.assertGives(
                expected,
                (graph, codes) ->
                        linear.onnx(graph, Lookup.onnxOfSingles(graph, codes, rows), 1, 3));
    }

    @Test
    void itsOnnxFormGivesTheSame() {
        OnnxRun.assertGives(
                out(linear),
                (graph, codes) -> linear.onnx(graph, Lookup.onnxOfSingles(graph, codes, rows)));
    }
}
