package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class DecayBankTest {
    private static final int WIDTH = 5;

    private final DecayBank bank = new DecayBank(WIDTH, 0.6, 500);
    private final Sequences sequences = Sequences.of(3, 4);
    private final Workers workers = Workers.of(2);

    @AfterEach
    void close() {
        workers.close();
    }

    private Matrix forward(Matrix rows) {
        Matrix out = Matrix.zeros(rows.rows(), WIDTH);
        bank.forward(rows, sequences, out, workers);
        return out;
    }

    @Test
    void agreesWithPyTorch() {
        Reference reference = Reference.of("decay-bank");
        reference.assertEquals("out", forward(reference.matrix("rows")));
        Matrix gradient = reference.matrix("out_gradient");
        bank.backward(gradient, sequences, workers);
        reference.assertEquals("rows_gradient", gradient);
    }

    @Test
    void itsGradientsAreTheLossesSlopes() {
        Matrix rows = Samples.random(7, WIDTH, 1);
        Matrix weights = Samples.random(7, WIDTH, 2);
        Matrix gradient = weights.copy();
        bank.backward(gradient, sequences, workers);
        GradientCheck.check(rows, gradient, () -> GradientCheck.weighted(forward(rows), weights));
    }

    @Test
    void aColumnKeepsAnEthPartAfterItsLifetime() {
        DecayBank one = new DecayBank(1, 2, 2);
        Matrix out = Matrix.zeros(3, 1);
        Matrix in = Matrix.of(new float[] {1}, new float[] {0}, new float[] {0});
        one.forward(in, Sequences.of(3), out, workers);
        assertThat((double) out.at(2, 0)).isCloseTo(Math.exp(-1), within(1e-6));
    }

    @Test
    void nothingPassesFromOneSequenceToTheNext() {
        Matrix rows = Samples.random(7, WIDTH, 3);
        assertThat(forward(rows).row(3)).isEqualTo(rows.row(3));
    }

    @Test
    void itsOnnxFormSaysWhatIsLeftOfARow() {
        Matrix first = Matrix.zeros(7, WIDTH);
        for (int column = 0; column < WIDTH; column++) {
            first.set(3, column, 1);
        }
        Matrix left = Matrix.zeros(4, WIDTH);
        System.arraycopy(
                forward(first).values(), first.offset(3), left.values(), 0, 4 * left.stride());
        OnnxRun.assertGives(left, (graph, ages) -> bank.onnxOfLeft(graph, ages, 3));
    }

    @Test
    void refusesLifetimesThatFall() {
        assertThatThrownBy(() -> new DecayBank(4, 2, 1))
                .hasMessage("lifetimes from 2.0 to 1.0, expected rising ones above 0");
    }
}
