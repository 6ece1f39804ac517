package org.tandemrec.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MatrixTest {
    @Test
    void padsItsRows() {
        Matrix matrix = Matrix.zeros(2, 200);
        assertThat(matrix.stride()).isEqualTo(208);
        assertThat(matrix.offset(1)).isEqualTo(208);
        assertThat(matrix.row(1)).hasSize(200);
    }

    @Test
    void exchangesRowsAndColumns() {
        Matrix matrix = Matrix.of(new float[] {1, 2, 3}, new float[] {4, 5, 6});
        assertThat(matrix.transposed().row(2)).containsExactly(3, 6);
    }

    @Test
    void aViewOfTheFirstRowsSharesTheFloats() {
        Matrix matrix = Matrix.zeros(3, 1);
        matrix.first(2).set(1, 0, 7);
        assertThat(matrix.at(1, 0)).isEqualTo(7);
        assertThat(matrix.first(2).rows()).isEqualTo(2);
    }

    @Test
    void clearingAViewLeavesTheOtherRows() {
        Matrix matrix = Matrix.of(new float[] {1}, new float[] {2});
        matrix.first(1).clear();
        assertThat(matrix.at(0, 0)).isZero();
        assertThat(matrix.at(1, 0)).isEqualTo(2);
    }

    @Test
    void refusesRowsThatItDoesNotHave() {
        assertThatThrownBy(() -> Matrix.zeros(3, 1).first(4))
                .hasMessage("a matrix of 3 rows has no first 4 rows");
    }

    @Test
    void refusesRowsOfDifferentLengths() {
        assertThatThrownBy(() -> Matrix.of(new float[] {1, 2}, new float[] {3}))
                .hasMessage("row 1 has 1 columns, expected 2");
    }

    @Test
    void refusesAnotherShape() {
        assertThatThrownBy(() -> Matrix.zeros(1, 2).copyFrom(Matrix.zeros(2, 1)))
                .hasMessage("2 x 1 cannot be copied into 1 x 2");
    }
}
