package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class UnitLengthTest {
    private final Workers workers = Workers.of(2);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void agreesWithPyTorch() {
        Reference reference = Reference.of("unit-length");
        UnitLength unitLength = new UnitLength(4);
        Matrix out = Matrix.zeros(4, 9);
        unitLength.forward(reference.matrix("rows"), out, workers);
        reference.assertEquals("out", out);
        Matrix gradient = reference.matrix("out_gradient");
        unitLength.backward(out, gradient, workers);
        reference.assertEquals("rows_gradient", gradient);
    }

    @Test
    void itsGradientsAreTheLossesSlopes() {
        Matrix rows = Samples.random(3, 5, 1);
        Matrix weights = Samples.random(3, 5, 2);
        UnitLength unitLength = new UnitLength(3);
        Matrix out = Matrix.zeros(3, 5);
        unitLength.forward(rows, out, workers);
        Matrix gradient = weights.copy();
        unitLength.backward(out, gradient, workers);
        GradientCheck.check(
                rows,
                gradient,
                () -> {
                    Matrix moved = Matrix.zeros(3, 5);
                    new UnitLength(3).forward(rows, moved, workers);
                    return GradientCheck.weighted(moved, weights);
                });
    }

    @Test
    void aRowOfZerosStaysFinite() {
        Matrix out = Matrix.zeros(1, 3);
        new UnitLength(1).forward(Matrix.zeros(1, 3), out, workers);
        assertThat(out.row(0)).containsExactly(0, 0, 0);
    }

    @Test
    void itsOnnxFormGivesTheSame() {
        Matrix rows = Samples.random(4, 18, 3);
        Matrix out = Matrix.zeros(4, 18);
        new UnitLength(4).forward(rows, out, workers);
        OnnxRun.assertGives(
                out,
                (graph, codes) -> UnitLength.onnx(graph, Lookup.onnxOfSingles(graph, codes, rows)));
    }
}
