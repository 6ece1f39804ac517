package org.tandemrec.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CalibrationTest {
    /** Items 0 and 1 of kind 0, item 2 of kind 1, item 3 of both, item 4 of none. */
    private final Calibration calibration =
            new Calibration(new int[][] {{0}, {0}, {1}, {0, 1}, {}}, 2);

    @Test
    void aListLikeTheHistoryIsCalibrated() {
        calibration.add(new int[] {0, 2}, new int[] {3});
        assertThat(calibration.value()).hasValue(0);
    }

    @Test
    void aListThatLacksAKindIsWorkedByHand() {
        calibration.add(new int[] {0, 2}, new int[] {1});
        double kind0 = 0.5 * Math.log(0.5 / (0.99 + 0.01 * 0.5));
        double kind1 = 0.5 * Math.log(0.5 / (0.01 * 0.5));
        assertThat(calibration.value().orElseThrow()).isCloseTo(kind0 + kind1, within(1e-12));
    }

    @Test
    void theOppositeKindIsAsFarAsAListCanBe() {
        calibration.add(new int[] {0}, new int[] {2});
        assertThat(calibration.value().orElseThrow()).isCloseTo(Math.log(100), within(1e-12));
    }

    @Test
    void theMeanIsOverPeopleOfWhomKindsAreKnown() {
        calibration.add(new int[] {0}, new int[] {2});
        calibration.add(new int[] {0}, new int[] {1});
        calibration.add(new int[] {}, new int[] {2});
        calibration.add(new int[] {0}, new int[] {4});
        assertThat(calibration.value().orElseThrow()).isCloseTo(Math.log(100) / 2, within(1e-12));
    }

    @Test
    void withoutAnybodyThereIsNoCalibration() {
        calibration.add(new int[] {4}, new int[] {0});
        assertThat(calibration.value()).isEmpty();
    }
}
