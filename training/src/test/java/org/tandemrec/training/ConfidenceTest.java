package org.tandemrec.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfidenceTest {
    @Test
    void lengthGrowsFromAHalfTowardsOne() {
        assertThat(Confidence.of(new int[] {0, 1, 3, 999}))
                .containsExactly(0.5f, 2 / 3f, 0.8f, 1000 / 1001f);
    }
}
