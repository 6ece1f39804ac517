package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class DropoutTest {
    private static final int ROWS = 2_000;

    private final Workers workers = Workers.of(2);

    @AfterEach
    void close() {
        workers.close();
    }

    private static Matrix ones() {
        Matrix ones = Matrix.zeros(ROWS, 16);
        Arrays.fill(ones.values(), 1);
        return ones;
    }

    private Matrix dropped(long seed) {
        Matrix numbers = ones();
        new Dropout(0.25, 16, ROWS).forward(numbers, seed, workers);
        return numbers;
    }

    @Test
    void aQuarterIsDroppedAndTheMeanStays() {
        float[] numbers = dropped(1).values();
        double sum = 0;
        int zeros = 0;
        for (float number : numbers) {
            sum += number;
            zeros += number == 0 ? 1 : 0;
        }
        assertThat((double) zeros / numbers.length).isCloseTo(0.25, within(0.01));
        assertThat(sum / numbers.length).isCloseTo(1, within(0.01));
    }

    @Test
    void theGradientIsDroppedWhereTheNumbersWere() {
        Dropout dropout = new Dropout(0.25, 16, ROWS);
        Matrix numbers = ones();
        dropout.forward(numbers, 1, workers);
        Matrix gradient = ones();
        dropout.backward(gradient, workers);
        assertThat(gradient.values()).isEqualTo(numbers.values());
    }

    @Test
    void theSeedAloneDecides() {
        float[] numbers = dropped(1).values();
        try (Workers alone = Workers.of(1)) {
            Matrix again = ones();
            new Dropout(0.25, 16, ROWS).forward(again, 1, alone);
            assertThat(again.values()).isEqualTo(numbers);
        }
        assertThat(dropped(2).values()).isNotEqualTo(numbers);
    }

    @Test
    void noChanceDropsNothing() {
        Matrix numbers = ones();
        new Dropout(0, 16, ROWS).forward(numbers, 1, workers);
        assertThat(numbers.values()).containsOnly(1);
    }
}
