package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void theRateRisesStraightToThePeakAndFallsAlongACosine() {
        WarmUp rates = new WarmUp(2, 1_000);
        assertThat(rates.rateAt(0)).isCloseTo(2 * 0.001 / 0.05, within(1e-12));
        assertThat(rates.rateAt(24)).isCloseTo(1, within(1e-12));
        assertThat(rates.rateAt(49)).isCloseTo(2, within(1e-12));
        assertThat(rates.rateAt(524)).isCloseTo(2 * (0.02 + 0.98 / 2), within(1e-12));
        assertThat(rates.rateAt(999)).isCloseTo(0.04, within(1e-12));
        assertThat(rates.rateAt(5_000)).isCloseTo(0.04, within(1e-12));
    }

    @Test
    void aSingleStepHasARateToo() {
        assertThat(new WarmUp(1, 1).rateAt(0)).isPositive();
    }

    @Test
    void refusesARateThatIsNone() {
        assertThatThrownBy(() -> new WarmUp(0, 3))
                .hasMessage("a warm-up has a peak above 0 and at least one step, got 0.0 and 3");
    }
}
