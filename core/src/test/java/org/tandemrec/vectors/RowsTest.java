package org.tandemrec.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {
    @ParameterizedTest
    @ValueSource(ints = {16, 48, 208, 512})
    void theDotProductIsThatOfPlainArithmetic(int length) {
        Matrix rows = RandomMatrix.of(2, length, 3);
        double expected = 0;
        for (int column = 0; column < length; column++) {
            expected += (double) rows.at(0, column) * rows.at(1, column);
        }
        assertThat((double) Rows.dot(rows.values(), 0, rows.values(), length, length))
                .isCloseTo(expected, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 48, 208, 512})
    void theDotProductHasTheSameBitsWithAndWithoutSimd(int length) {
        Matrix rows = RandomMatrix.of(100, length, 4);
        for (int row = 1; row < rows.rows(); row++) {
            float fast =
                    new SimdRowKernel()
                            .dot(rows.values(), 0, rows.values(), rows.offset(row), length);
            float plain =
                    new PlainRowKernel()
                            .dot(rows.values(), 0, rows.values(), rows.offset(row), length);
            assertThat(fast).isEqualTo(plain);
        }
    }

    @Test
    void aScaledRowIsAddedToItsTargetAlone() {
        float[] target = new float[48];
        float[] source = new float[48];
        for (int at = 0; at < 48; at++) {
            target[at] = at;
            source[at] = 1;
        }
        Rows.addScaled(target, 16, 2, source, 0, 16);
        assertThat(target[15]).isEqualTo(15);
        assertThat(target[16]).isEqualTo(18);
        assertThat(target[31]).isEqualTo(33);
        assertThat(target[32]).isEqualTo(32);
    }

    @Test
    void aScaledRowHasTheSameBitsWithAndWithoutSimd() {
        Matrix rows = RandomMatrix.of(2, 208, 5);
        float[] fast = rows.values().clone();
        float[] plain = rows.values().clone();
        new SimdRowKernel().addScaled(fast, 0, 0.3f, fast, 208, 208);
        new PlainRowKernel().addScaled(plain, 0, 0.3f, plain, 208, 208);
        assertThat(fast).isEqualTo(plain);
    }

    @Test
    void exponentialsAreThoseOfTheLibraryToSevenDigits() {
        float[] values = new float[32 * 1024];
        for (int at = 0; at < values.length; at++) {
            values[at] = -90 + 170f * at / values.length;
        }
        float[] before = values.clone();
        Rows.exponentials(values, 0, values.length, 2);
        for (int at = 0; at < values.length; at++) {
            double x = before[at] - 2f;
            double expected = x < -87 ? 0 : Math.exp(x);
            assertThat((double) values[at]).isCloseTo(expected, within(2e-7 * expected));
        }
    }

    @Test
    void exponentialsOfTheLowestNumbersAreZero() {
        float[] values = new float[16];
        values[3] = -1e30f;
        values[4] = Float.NEGATIVE_INFINITY;
        assertThat(Rows.exponentials(values, 0, 16, 0)).isEqualTo(14);
        assertThat(values[3]).isZero();
        assertThat(values[4]).isZero();
        assertThat(values[5]).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 48, 208})
    void exponentialsAndTheirSumHaveTheSameBitsWithAndWithoutSimd(int length) {
        Matrix rows = RandomMatrix.of(1, length, 6);
        float[] fast = rows.values().clone();
        float[] plain = rows.values().clone();
        assertThat(new SimdRowKernel().exponentials(fast, 0, length, 0.3f))
                .isEqualTo(new PlainRowKernel().exponentials(plain, 0, length, 0.3f));
        assertThat(fast).isEqualTo(plain);
    }

    @Test
    void slopesGoBackThroughASoftmaxWithTheSameBitsWithAndWithoutSimd() {
        Matrix shares = RandomMatrix.of(1, 48, 7);
        float[] fast = RandomMatrix.of(1, 48, 8).values();
        float[] plain = fast.clone();
        float expected = shares.at(0, 20) * (fast[20] - 0.25f);
        new SimdRowKernel().softmaxSlopes(fast, 16, shares.values(), 16, 0.25f, 32);
        new PlainRowKernel().softmaxSlopes(plain, 16, shares.values(), 16, 0.25f, 32);
        assertThat(fast).isEqualTo(plain);
        assertThat(fast[20]).isEqualTo(expected);
    }

    @Test
    void theHighestNumberIsFoundAtEveryPlace() {
        for (int place = 0; place < 48; place++) {
            float[] values = new float[64];
            Arrays.fill(values, -3);
            values[16 + place] = -1;
            assertThat(Rows.max(values, 16, 48)).isEqualTo(-1);
            assertThat(new PlainRowKernel().max(values, 16, 48)).isEqualTo(-1);
        }
    }

    @Test
    void aStepOfAdamHasTheSameBitsWithAndWithoutSimd() {
        AdamStep step = new AdamStep(0.9f, 0.99f, 0.01f, 1e-8f, 0.999f);
        Matrix gradient = RandomMatrix.of(1, 208, 9);
        AdamRow fast = adamRow();
        AdamRow plain = adamRow();
        for (int round = 0; round < 3; round++) {
            new SimdRowKernel().adam(step, fast, gradient.values(), 0, 208);
            new PlainRowKernel().adam(step, plain, gradient.values(), 0, 208);
        }
        assertThat(fast.values().values()).isEqualTo(plain.values().values());
        assertThat(fast.firstMoments().values()).isEqualTo(plain.firstMoments().values());
        assertThat(fast.secondMoments().values()).isEqualTo(plain.secondMoments().values());
    }

    @Test
    void aFirstStepOfAdamMovesAgainstTheGradient() {
        AdamRow row = new AdamRow(Matrix.zeros(1, 16), Matrix.zeros(1, 16), Matrix.zeros(1, 16), 0);
        float[] gradient = new float[16];
        gradient[3] = 4;
        Rows.adam(new AdamStep(0.5f, 0.75f, 0.1f, 0, 1), row, gradient, 0, 16);
        assertThat(row.firstMoments().at(0, 3)).isEqualTo(2);
        assertThat(row.secondMoments().at(0, 3)).isEqualTo(4);
        assertThat(row.values().at(0, 3)).isEqualTo(-0.1f);
    }

    private static AdamRow adamRow() {
        return new AdamRow(
                RandomMatrix.of(2, 208, 8), Matrix.zeros(2, 208), Matrix.zeros(2, 208), 208);
    }
}
