package org.tandemrec.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowScanTest {
    private final Random random = new Random(11);

    private float[] vector(int dimension) {
        float[] values = new float[dimension];
        for (int component = 0; component < dimension; component++) {
            values[component] = (float) random.nextGaussian();
        }
        return values;
    }

    private float[][] fill(RowScanMatrix matrix) {
        float[][] rows = new float[matrix.rows()][];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = vector(matrix.dimension());
            matrix.setRow(row, rows[row]);
        }
        return rows;
    }

    private static double product(float[] left, float[] right) {
        double sum = 0;
        for (int component = 0; component < left.length; component++) {
            sum += (double) left[component] * right[component];
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 7", "63, 16", "64, 200", "65, 33", "300, 128"})
    void scoresAreInnerProducts(int rows, int dimension) {
        RowScanMatrix matrix = new RowScanMatrix(rows, dimension);
        float[][] values = fill(matrix);
        float[] query = vector(dimension);
        float[] scores = new float[RowScanMatrix.TILE];
        for (int row = 0; row < rows; row++) {
            RowScan.scores(matrix, row / RowScanMatrix.TILE, query, scores);
            assertThat((double) scores[row % RowScanMatrix.TILE])
                    .isCloseTo(product(values[row], query), within(1e-4));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 7", "63, 16", "64, 200", "65, 33", "300, 128"})
    void simdAndThePlainTwinAndTheDotProductGiveTheSameBits(int rows, int dimension) {
        RowScanMatrix matrix = new RowScanMatrix(rows, dimension);
        float[][] values = fill(matrix);
        float[] query = vector(dimension);
        float[] plain = new float[RowScanMatrix.TILE];
        float[] simd = new float[RowScanMatrix.TILE];
        for (int tile = 0; tile < matrix.tileCount(); tile++) {
            RowScanPlain.scores(matrix, tile, query, plain);
            RowScanSimd.scores(matrix, tile, query, simd);
            assertThat(simd).containsExactly(plain);
            float first = RowScan.dot(values[tile * RowScanMatrix.TILE], query);
            assertThat(plain[0]).isEqualTo(first);
        }
    }

    @Test
    void rowsPastTheLastScoreZero() {
        RowScanMatrix matrix = new RowScanMatrix(2, 5);
        fill(matrix);
        float[] scores = new float[RowScanMatrix.TILE];
        RowScan.scores(matrix, 0, vector(5), scores);
        assertThat(Arrays.copyOfRange(scores, 2, 64)).containsOnly(0f);
    }

    @Test
    void rowsComeBackAsTheyWereSet() {
        RowScanMatrix matrix = new RowScanMatrix(130, 9);
        float[][] values = fill(matrix);
        RowScanMatrix adopted = RowScanMatrix.adopting(130, 9, matrix.tiles());
        for (int row = 0; row < 130; row++) {
            assertThat(adopted.row(row)).containsExactly(values[row]);
        }
    }

    @Test
    void refusesAnArrayOfAnotherLength() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RowScanMatrix.adopting(65, 2, new float[130]))
                .withMessage("130 floats for 65 rows of 2, expected 256");
    }
}
