package org.tandemrec.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tandemrec.vectors.Matrix;

class ExportCheckTest {
    @Test
    @DisplayName("Rounding passes, in rows of small numbers and of large ones")
    void roundingPasses() {
        assertThatCode(
                        () ->
                                ExportCheck.check(
                                        "user",
                                        vectors(0.5f, -1, -109.12546f, 2),
                                        new float[] {0.50002f, -1, -109.12535f, 2.0005f}))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @DisplayName("A component that is off is named, be its row of small numbers or of large ones")
    @CsvSource({
        "0.5002, -1, -109, 2, 'gives 0.5002 at row 0, component 0, training gave 0.5'",
        "0.5, -1, -109, 2.002, 'gives 2.002 at row 1, component 1, training gave 2.0'",
        "0.5, -1, NaN, 2, 'gives NaN at row 1, component 0, training gave -109.0'",
    })
    void wrongComponentIsNamed(float a, float b, float c, float d, String message) {
        assertThatThrownBy(
                        () ->
                                ExportCheck.check(
                                        "user",
                                        vectors(0.5f, -1, -109, 2),
                                        new float[] {a, b, c, d}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("user tower: the exported model " + message);
    }

    private static Matrix vectors(float... values) {
        Matrix matrix = Matrix.zeros(2, 2);
        for (int at = 0; at < values.length; at++) {
            matrix.set(at / 2, at % 2, values[at]);
        }
        return matrix;
    }
}
