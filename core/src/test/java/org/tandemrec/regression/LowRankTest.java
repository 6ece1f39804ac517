package org.tandemrec.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class LowRankTest {
    private static final Workers WORKERS = Workers.of(2);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    @Test
    void aMatrixOfRankThreeIsFoundAgainFromThreeVectors() {
        Matrix matrix = Examples.product(Examples.random(60, 3, 1), Examples.random(3, 45, 2));
        LowRank.Factors factors = LowRank.of(matrix, 3, 1, WORKERS).factors();
        Matrix again = Examples.product(factors.left(), factors.right().transposed());
        assertThat(Examples.distance(again, matrix)).isLessThan(1e-4);
    }

    @Test
    void theSingularValuesOfADiagonalMatrixAreItsLargestCells() {
        Matrix matrix = Matrix.zeros(40, 40);
        for (int row = 0; row < 40; row++) {
            matrix.set(row, row, (float) Math.pow(1.5, row - 30));
        }
        LowRank vectors = LowRank.of(matrix, 2, 1, WORKERS);
        assertThat(vectors.value(0)).isCloseTo((float) Math.pow(1.5, 9), within(0.01f));
        assertThat(vectors.value(1)).isCloseTo((float) Math.pow(1.5, 8), within(0.01f));
        assertThat(Math.abs(vectors.left().at(39, 0))).isCloseTo(1, within(0.001f));
    }

    @Test
    void vectorsHaveLengthOneAndAreOrthogonal() {
        LowRank vectors = LowRank.of(Examples.random(70, 50, 3), 8, 1, WORKERS);
        Matrix left = Examples.product(vectors.left().transposed(), vectors.left());
        Matrix right = Examples.product(vectors.right().transposed(), vectors.right());
        assertThat(Examples.distance(left, Examples.identity(8))).isLessThan(1e-4);
        assertThat(Examples.distance(right, Examples.identity(8))).isLessThan(1e-4);
    }

    @Test
    void aNegativeEigenvalueTurnsTheTwoSidesApart() {
        Matrix matrix = Matrix.of(new float[] {0, 2}, new float[] {2, 0});
        LowRank vectors = LowRank.of(matrix, 2, 1, WORKERS);
        Matrix cosines = Examples.product(vectors.left().transposed(), vectors.right());
        assertThat(cosines.at(0, 0) + cosines.at(1, 1)).isCloseTo(0, within(1e-5f));
    }

    @Test
    void aSparseMatrixHasTheVectorsOfTheDenseOne() {
        SparseMatrix sparse = Examples.sparse(80, 30, 4);
        LowRank ofSparse = LowRank.of(sparse, 4, 1, WORKERS);
        LowRank ofDense = LowRank.of(Examples.dense(sparse), 4, 1, WORKERS);
        assertThat(Examples.distance(ofSparse.left(), ofDense.left())).isLessThan(1e-3);
        assertThat(ofSparse.value(3)).isCloseTo(ofDense.value(3), within(1e-3f));
    }

    @Test
    void whatIsMissingInRankIsZero() {
        Matrix matrix = Examples.product(Examples.random(20, 1, 5), Examples.random(1, 20, 6));
        LowRank vectors = LowRank.of(matrix, 3, 1, WORKERS);
        LowRank.Factors factors = vectors.factors();
        assertThat(vectors.rank()).isEqualTo(3);
        assertThat(
                        Examples.distance(
                                Examples.product(factors.left(), factors.right().transposed()),
                                matrix))
                .isLessThan(1e-4);
    }

    @Test
    void theSameSeedGivesTheSameBitsOnAnyNumberOfThreads() {
        Matrix matrix = Examples.random(90, 60, 7);
        try (Workers one = Workers.of(1)) {
            assertThat(LowRank.of(matrix, 5, 1, one).left().values())
                    .isEqualTo(LowRank.of(matrix, 5, 1, WORKERS).left().values());
        }
    }

    @Test
    void aRankBelowOneIsRefused() {
        assertThatThrownBy(() -> LowRank.of(Examples.identity(3), 0, 1, WORKERS))
                .hasMessage("rank is 0, expected at least 1");
    }

    @Test
    void eigenvaluesOfASmallMatrixAreThoseWorkedByHand() {
        SymmetricEigen eigen = SymmetricEigen.inPlace(new double[][] {{2, 1}, {1, 2}});
        assertThat(eigen.value(0)).isCloseTo(3, within(1e-12));
        assertThat(eigen.value(1)).isCloseTo(1, within(1e-12));
        assertThat(Math.abs(eigen.vector(0)[0])).isCloseTo(Math.sqrt(0.5), within(1e-12));
    }
}
