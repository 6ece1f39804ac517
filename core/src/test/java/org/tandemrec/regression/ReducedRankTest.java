package org.tandemrec.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class ReducedRankTest {
    private static final Workers WORKERS = Workers.of(2);

    private final SparseMatrix rows = Examples.sparse(80, 30, 4);
    private final Matrix weights = Examples.random(30, 25, 5);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    private static Matrix answers(SparseMatrix rows, LowRank.Factors factors) {
        return Examples.product(
                Examples.dense(rows),
                Examples.product(factors.left(), factors.right().transposed()));
    }

    private Matrix wanted() {
        return Examples.product(Examples.dense(rows), weights);
    }

    private static double squaredLength(Matrix matrix) {
        double sum = 0;
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = 0; column < matrix.columns(); column++) {
                sum += (double) matrix.at(row, column) * matrix.at(row, column);
            }
        }
        return sum;
    }

    private static double squaredDistance(Matrix left, Matrix right) {
        Matrix difference = Matrix.zeros(left.rows(), left.columns());
        for (int row = 0; row < left.rows(); row++) {
            for (int column = 0; column < left.columns(); column++) {
                difference.set(row, column, left.at(row, column) - right.at(row, column));
            }
        }
        return squaredLength(difference);
    }

    @Test
    void allColumnsAnswerAsTheModelDoes() {
        LowRank.Factors factors = ReducedRank.of(rows, weights, 25, 1, WORKERS);
        assertThat(Examples.distance(answers(rows, factors), wanted())).isLessThan(1e-3);
    }

    @Test
    void noOtherFactorsOfThisRankAnswerBetter() {
        LowRank singular = LowRank.of(wanted(), 25, 1, WORKERS);
        double lost = 0;
        for (int place = 4; place < 25; place++) {
            lost += (double) singular.value(place) * singular.value(place);
        }
        LowRank.Factors factors = ReducedRank.of(rows, weights, 4, 1, WORKERS);
        assertThat(squaredDistance(answers(rows, factors), wanted()))
                .isCloseTo(lost, within(lost * 1e-3));
        LowRank.Factors plain = LowRank.of(weights, 4, 1, WORKERS).factors();
        assertThat(squaredDistance(answers(rows, plain), wanted())).isGreaterThan(lost * 1.001);
    }

    @Test
    void whatIsNeverAskedTakesNoColumn() {
        SparseMatrix few =
                SparseMatrix.of(
                        3,
                        30,
                        new int[] {0, 1, 1, 2},
                        new int[] {4, 9, 4, 17},
                        new float[] {1, 2, 1, 1});
        LowRank.Factors factors = ReducedRank.of(few, weights, 3, 1, WORKERS);
        Matrix wanted = Examples.product(Examples.dense(few), weights);
        assertThat(Examples.distance(answers(few, factors), wanted)).isLessThan(1e-4);
    }

    @Test
    void outputsAreAsLargeAsTheyMatter() {
        LowRank singular = LowRank.of(wanted(), 3, 1, WORKERS);
        LowRank.Factors factors = ReducedRank.of(rows, weights, 3, 1, WORKERS);
        for (int column = 0; column < 3; column++) {
            double mean = squaredLength(Matrix.of(factors.right().transposed().row(column))) / 25;
            double share = singular.value(column) / singular.value(0);
            assertThat(mean).isCloseTo(share, within(1e-2));
        }
    }

    @Test
    void threadsDoNotChangeTheNumbers() {
        try (Workers one = Workers.of(1)) {
            assertThat(ReducedRank.of(rows, weights, 5, 1, one).left().values())
                    .isEqualTo(ReducedRank.of(rows, weights, 5, 1, WORKERS).left().values());
        }
    }
}
