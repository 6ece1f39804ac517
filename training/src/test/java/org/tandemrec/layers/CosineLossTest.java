package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class CosineLossTest {
    private final Workers workers = Workers.of(2);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void agreesWithPyTorch() {
        Reference reference = Reference.of("cosine-loss");
        int[][] names = reference.rowsOfIntegers("pairs");
        int[] lefts = new int[names.length];
        int[] rights = new int[names.length];
        for (int pair = 0; pair < names.length; pair++) {
            lefts[pair] = names[pair][0];
            rights[pair] = names[pair][1];
        }
        Pairs pairs = new Pairs(10, 3, 4);
        pairs.fill(lefts, rights, reference.floats("values"), names.length);
        Matrix leftGradient = Matrix.zeros(3, 6);
        Matrix rightGradient = Matrix.zeros(4, 6);
        double squaredErrors =
                new CosineLoss(reference.number("offset"), reference.number("slope"), 10)
                        .backward(
                                pairs,
                                reference.matrix("lefts"),
                                reference.matrix("rights"),
                                leftGradient,
                                rightGradient,
                                workers);
        assertThat(squaredErrors).isCloseTo(reference.number("squared_errors"), within(1e-3));
        reference.assertEquals("lefts_gradient", leftGradient);
        reference.assertEquals("rights_gradient", rightGradient);
    }

    @Test
    void itsGradientsAreTheLossesSlopes() {
        Matrix lefts = Samples.random(2, 4, 1);
        Matrix rights = Samples.random(2, 4, 2);
        Pairs pairs = new Pairs(3, 2, 2);
        pairs.fill(new int[] {0, 1, 1}, new int[] {1, 0, 1}, new float[] {1, 4, 5}, 3);
        Matrix leftGradient = Matrix.zeros(2, 4);
        Matrix rightGradient = Matrix.zeros(2, 4);
        loss(pairs, lefts, rights, leftGradient, rightGradient);
        GradientCheck.check(lefts, leftGradient, () -> loss(pairs, lefts, rights));
        GradientCheck.check(rights, rightGradient, () -> loss(pairs, lefts, rights));
    }

    private double loss(Pairs pairs, Matrix lefts, Matrix rights) {
        return loss(pairs, lefts, rights, Matrix.zeros(2, 4), Matrix.zeros(2, 4)) / 2;
    }

    private double loss(
            Pairs pairs, Matrix lefts, Matrix rights, Matrix leftGradient, Matrix rightGradient) {
        return new CosineLoss(2.5, 0.5, 3)
                .backward(pairs, lefts, rights, leftGradient, rightGradient, workers);
    }
}
