package org.tandemrec.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class LeastSquaresTest {
    private static final Workers WORKERS = Workers.of(2);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    @Test
    void theWeightsOfEaseAreThoseWorkedByHand() {
        SparseMatrix interactions =
                SparseMatrix.of(
                        2, 2, new int[] {0, 0, 1}, new int[] {0, 1, 0}, new float[] {1, 1, 1});
        Matrix weights = Ease.weights(interactions, 1, WORKERS);
        assertThat(weights.at(0, 0)).isZero();
        assertThat(weights.at(0, 1)).isCloseTo(1f / 3, within(1e-6f));
        assertThat(weights.at(1, 0)).isCloseTo(1f / 2, within(1e-6f));
        assertThat(weights.at(1, 1)).isZero();
    }

    /** Each column alone is a ridge regression on all the others (Steck 2019, section 3.1). */
    @Test
    void aColumnOfEaseIsTheRidgeRegressionOnTheOthers() {
        SparseMatrix interactions = Examples.sparse(60, 12, 1);
        Matrix weights = Ease.weights(interactions, 3, WORKERS);
        Matrix dense = Examples.dense(interactions);
        Matrix ridge = Ridge.weights(columns(dense, 1, 12), columns(dense, 0, 1), 3, WORKERS);
        for (int other = 1; other < 12; other++) {
            assertThat(weights.at(other, 0)).isCloseTo(ridge.at(other - 1, 0), within(1e-5f));
        }
    }

    private static Matrix columns(Matrix matrix, int from, int to) {
        Matrix chosen = Matrix.zeros(matrix.rows(), to - from);
        for (int row = 0; row < matrix.rows(); row++) {
            for (int column = from; column < to; column++) {
                chosen.set(row, column - from, matrix.at(row, column));
            }
        }
        return chosen;
    }

    @Test
    void aRidgeRegressionIsTheOneWorkedByHand() {
        Matrix inputs = Matrix.of(new float[] {1}, new float[] {2});
        Matrix targets = Matrix.of(new float[] {3}, new float[] {6});
        assertThat(Ridge.weights(inputs, targets, 1, WORKERS).at(0, 0)).isEqualTo(2.5f);
    }

    @Test
    void sparseAndDenseRidgeRegressionsAgree() {
        SparseMatrix inputs = Examples.sparse(80, 20, 2);
        SparseMatrix targets = Examples.sparse(80, 15, 3);
        Matrix expected =
                Ridge.weights(Examples.dense(inputs), Examples.dense(targets), 5, WORKERS);
        assertThat(Examples.distance(Ridge.weights(inputs, targets, 5, WORKERS), expected))
                .isLessThan(1e-6);
        assertThat(
                        Examples.distance(
                                Ridge.weights(inputs, Examples.dense(targets), 5, WORKERS),
                                expected))
                .isLessThan(1e-6);
    }

    @Test
    void choleskyFactorsSolveWhatTheInverseSolves() {
        Matrix matrix = Examples.positiveDefinite(50, 4);
        float[] right = Examples.random(1, 50, 5).row(0);
        float[] solution = Cholesky.of(matrix).solve(right);
        Matrix expected = Examples.product(Matrix.of(right), SymmetricInverse.of(matrix, WORKERS));
        assertThat(Examples.distance(Matrix.of(solution), expected)).isLessThan(1e-4);
    }

    @Test
    void aSystemThatIsNotPositiveDefiniteIsRefused() {
        assertThatThrownBy(() -> Cholesky.of(Matrix.of(new float[] {1, 2}, new float[] {2, 1})))
                .hasMessage(
                        "a matrix is not positive definite: pivot 1 is -3.0; add more to its diagonal");
        assertThatThrownBy(() -> Cholesky.of(Examples.identity(2)).solve(new float[3]))
                .hasMessage("a right side has 3 numbers, expected 2");
    }

    @Test
    void aPenaltyThatIsNotPositiveIsRefused() {
        assertThatThrownBy(() -> Ease.weights(Examples.sparse(5, 5, 1), 0, WORKERS))
                .hasMessage("lambda of EASE is 0.0, expected a number above 0");
        assertThatThrownBy(() -> Ridge.weights(Matrix.zeros(1, 1), Matrix.zeros(1, 1), -1, WORKERS))
                .hasMessage("lambda of a ridge regression is -1.0, expected a number above 0");
    }
}
