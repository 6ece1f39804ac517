package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OneCycleTest {
    private final OneCycle cycle = new OneCycle(0.5, 101);

    @Test
    void beginsAtATwentyFifthOfThePeak() {
        assertThat(cycle.rateAt(0)).isCloseTo(0.02, within(1e-9));
    }

    @Test
    void reachesThePeakAfterThreeTenths() {
        assertThat(cycle.rateAt(30)).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void isHalfwayUpAfterHalfTheRise() {
        assertThat(cycle.rateAt(15)).isCloseTo(0.26, within(1e-9));
    }

    @Test
    void endsAtATenthAndStaysThere() {
        assertThat(cycle.rateAt(100)).isCloseTo(0.05, within(1e-9));
        assertThat(cycle.rateAt(500)).isEqualTo(cycle.rateAt(100));
    }

    @Test
    void aSingleStepHasARate() {
        assertThat(new OneCycle(0.5, 1).rateAt(0)).isPositive();
    }

    @Test
    void refusesACycleWithoutSteps() {
        assertThatThrownBy(() -> new OneCycle(0.5, 0))
                .hasMessage("a cycle has a peak above 0 and at least one step, got 0.5 and 0");
    }
}
