package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class TanhTest {
    private final Workers workers = Workers.of(2);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void agreesWithPyTorch() {
        Reference reference = Reference.of("tanh");
        Matrix rows = reference.matrix("rows");
        Tanh.forward(rows, workers);
        reference.assertEquals("out", rows);
        Matrix gradient = reference.matrix("out_gradient");
        Tanh.backward(rows, gradient, workers);
        reference.assertEquals("rows_gradient", gradient);
    }

    @Test
    void isWithinAMillionthOfTheTangentEverywhere() {
        Matrix values = Matrix.zeros(1, 4001);
        for (int at = 0; at <= 4000; at++) {
            values.set(0, at, (at - 2000) / 100f);
        }
        Matrix tangents = values.copy();
        Tanh.forward(tangents, workers);
        for (int at = 0; at <= 4000; at++) {
            assertThat((double) tangents.at(0, at))
                    .isCloseTo(Math.tanh(values.at(0, at)), within(1e-6));
        }
    }

    @Test
    void itsGradientsAreTheLossesSlopes() {
        Matrix rows = Samples.random(3, 5, 1);
        Matrix weights = Samples.random(3, 5, 2);
        Matrix tangents = rows.copy();
        Tanh.forward(tangents, workers);
        Matrix gradient = weights.copy();
        Tanh.backward(tangents, gradient, workers);
        GradientCheck.check(
                rows,
                gradient,
                () -> {
                    Matrix out = rows.copy();
                    Tanh.forward(out, workers);
                    return GradientCheck.weighted(out, weights);
                });
    }
}
