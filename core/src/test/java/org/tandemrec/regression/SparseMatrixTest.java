package org.tandemrec.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class SparseMatrixTest {
    private static final Workers WORKERS = Workers.of(2);

    @AfterAll
    static void close() {
        WORKERS.close();
    }

    @Test
    void cellsInAnyOrderComeToTheirRows() {
        SparseMatrix matrix =
                SparseMatrix.of(
                        3, 2, new int[] {2, 0, 2}, new int[] {1, 1, 0}, new float[] {5, 3, 4});
        assertThat(Examples.dense(matrix).row(0)).containsExactly(0, 3);
        assertThat(Examples.dense(matrix).row(1)).containsExactly(0, 0);
        assertThat(Examples.dense(matrix).row(2)).containsExactly(4, 5);
        assertThat(matrix.cells()).isEqualTo(3);
    }

    @Test
    void productsEqualThoseOfTheDenseMatrix() {
        SparseMatrix left = Examples.sparse(90, 40, 1);
        SparseMatrix right = Examples.sparse(90, 30, 2);
        Matrix dense = Examples.dense(left);
        Matrix thin = Examples.random(40, 5, 3);
        assertThat(left.gram(WORKERS).values())
                .isEqualTo(Examples.product(dense.transposed(), dense).values());
        assertThat(left.crossGram(right, WORKERS).values())
                .isEqualTo(Examples.product(dense.transposed(), Examples.dense(right)).values());
        assertThat(Examples.distance(left.times(thin, WORKERS), Examples.product(dense, thin)))
                .isLessThan(1e-4);
        Matrix tall = Examples.random(90, 5, 4);
        assertThat(
                        Examples.distance(
                                left.transposedTimes(tall, WORKERS),
                                Examples.product(dense.transposed(), tall)))
                .isLessThan(1e-4);
    }

    @Test
    void twoCellsInOnePlaceCountAsTheirSum() {
        SparseMatrix matrix =
                SparseMatrix.of(1, 1, new int[] {0, 0}, new int[] {0, 0}, new float[] {2, 3});
        assertThat(matrix.gram(WORKERS).at(0, 0)).isEqualTo(25);
    }

    @Test
    void aCellOutsideIsRefused() {
        assertThatThrownBy(
                        () -> SparseMatrix.of(1, 2, new int[] {0}, new int[] {2}, new float[] {1}))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("cell 0 lies in column 2 of 2");
    }

    @Test
    void tooManyColumnsForAClosedFormAreRefusedWithWhatTheyWouldTake() {
        SparseMatrix wide = SparseMatrix.of(1, 30_000, new int[0], new int[0], new float[0]);
        assertThatThrownBy(() -> wide.gram(WORKERS))
                .hasMessage(
                        "a closed form over 30,000 columns needs 4 GB, expected at most 20,000 columns; take those with the most cells");
    }
}
