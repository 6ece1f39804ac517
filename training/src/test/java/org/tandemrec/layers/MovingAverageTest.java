package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;

class MovingAverageTest {
    private final DenseParameter parameter = new DenseParameter(Matrix.zeros(1, 2));
    private final MovingAverage average = new MovingAverage(List.of(parameter), 0.9);

    @Test
    void settlesOnWhatStays() {
        parameter.values().set(0, 1, 5);
        for (int step = 0; step < 200; step++) {
            average.add();
        }
        average.exchange();
        assertThat(parameter.values().at(0, 1)).isCloseTo(5, within(1e-4f));
    }

    @Test
    void aLateStepMovesItByWhatTheDecayLeaves() {
        for (int step = 0; step < 200; step++) {
            average.add();
        }
        parameter.values().set(0, 0, 1);
        average.add();
        average.exchange();
        assertThat(parameter.values().at(0, 0)).isCloseTo(0.1f, within(1e-6f));
    }

    @Test
    void exchangingTwiceIsNothing() {
        parameter.values().set(0, 0, 1);
        average.add();
        average.exchange();
        assertThat(parameter.values().at(0, 0)).isNotEqualTo(1);
        average.exchange();
        assertThat(parameter.values().at(0, 0)).isEqualTo(1);
    }
}
