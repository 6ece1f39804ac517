package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;

class StartTest {
    @Test
    void theSameSeedGivesTheSameNumbers() {
        assertThat(Start.normal(3, 4, 1, 5).values())
                .isEqualTo(Start.normal(3, 4, 1, 5).values())
                .isNotEqualTo(Start.normal(3, 4, 1, 6).values());
    }

    @Test
    void normalNumbersHaveTheirDeviation() {
        Matrix numbers = Start.normal(200, 160, 0.5, 1);
        double sum = 0;
        double squares = 0;
        for (float number : numbers.values()) {
            sum += number;
            squares += (double) number * number;
        }
        int count = numbers.values().length;
        assertThat(sum / count).isCloseTo(0, within(0.02));
        assertThat(Math.sqrt(squares / count)).isCloseTo(0.5, within(0.02));
    }

    @Test
    void uniformNumbersFillTheRangeThatGlorotAndBengioGive() {
        float largest = 0;
        for (float number : Start.xavier(100, 96, 50, 1).values()) {
            largest = Math.max(largest, Math.abs(number));
        }
        assertThat((double) largest).isBetween(0.19, Math.sqrt(6.0 / 146));
    }
}
