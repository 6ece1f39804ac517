package org.tandemrec.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ValueMetricsTest {
    /** Errors of 1 and 3 for the first user, of 2 for the second. */
    private static PerUser tally(ValueMetric metric) {
        PerUser tally = PerUser.of(metric, 2);
        tally.add(0, metric.loss(4, 5), 1);
        tally.add(0, metric.loss(4, 1), 1);
        tally.add(1, metric.loss(5, 3), 1);
        return tally;
    }

    @Test
    void rmseIsTheRootOfTheMeanSquareOverAllPredictions() {
        assertThat(tally(new RootMeanSquaredError()).value())
                .isCloseTo(Math.sqrt((1 + 9 + 4) / 3.0), within(1e-12));
    }

    @Test
    void maeIsTheMeanDistanceOverAllPredictions() {
        assertThat(tally(new MeanAbsoluteError()).value()).isEqualTo((1 + 3 + 2) / 3.0);
    }

    @Test
    void withoutAPredictionThereIsNoValue() {
        assertThat(PerUser.of(new RootMeanSquaredError(), 2).value()).isNaN();
    }

    @Test
    void lowerErrorsAreBetter() {
        assertThat(tally(new MeanAbsoluteError()).higherIsBetter()).isFalse();
    }
}
