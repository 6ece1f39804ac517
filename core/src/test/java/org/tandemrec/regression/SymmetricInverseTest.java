package org.tandemrec.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class SymmetricInverseTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 7, 128, 129, 300})
    void aMatrixTimesItsInverseIsTheIdentity(int size) {
        Matrix matrix = Examples.positiveDefinite(size, 5);
        Matrix inverse = inverse(matrix, 1);
        Matrix product = Examples.product(matrix, inverse);
        assertThat(Examples.distance(product, Examples.identity(size))).isLessThan(2e-3);
    }

    @Test
    void aSmallInverseIsTheOneWorkedByHand() {
        Matrix inverse = inverse(Matrix.of(new float[] {3, 1}, new float[] {1, 2}), 1);
        assertThat(inverse.row(0)).containsExactly(0.4f, -0.2f);
        assertThat(inverse.row(1)).containsExactly(-0.2f, 0.6f);
    }

    @Test
    void theInverseIsSymmetricToTheLastBitAndTheMatrixStaysAsItIs() {
        Matrix matrix = Examples.positiveDefinite(200, 6);
        Matrix before = matrix.copy();
        Matrix inverse = inverse(matrix, 1);
        assertThat(inverse.values()).isEqualTo(inverse.transposed().values());
        assertThat(matrix.values()).isEqualTo(before.values());
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        Matrix matrix = Examples.positiveDefinite(300, 7);
        assertThat(inverse(matrix, 3).values()).isEqualTo(inverse(matrix, 1).values());
    }

    @Test
    void aMatrixThatIsNotPositiveDefiniteIsRefused() {
        Matrix matrix = Matrix.of(new float[] {1, 2}, new float[] {2, 1});
        assertThatThrownBy(() -> inverse(matrix, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a matrix is not positive definite: pivot 1 is -3.0; add more to its diagonal");
    }

    @Test
    void aMatrixThatIsNotSquareIsRefused() {
        assertThatThrownBy(() -> inverse(Matrix.zeros(2, 3), 1))
                .hasMessage("a matrix is 2 x 3, expected a square one");
    }

    private static Matrix inverse(Matrix matrix, int threads) {
        try (Workers workers = Workers.of(threads)) {
            return SymmetricInverse.of(matrix, workers);
        }
    }
}
