package org.tandemrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class FollowersTest {
    @Test
    void countsWhatComesAfterButNotWhatCameBefore() {
        EncodedHistories histories =
                EncodedHistories.ordered(
                        new int[] {0, 0, 3, 5},
                        new int[] {1, 2, 3, 1, 3},
                        new float[5],
                        new long[5]);
        ItemColumns columns = ItemColumns.of(new int[] {0, 2, 1, 2}, 10);
        try (Workers workers = Workers.of(1)) {
            Matrix follows = Followers.fit(new LagSums(histories, columns), workers);
            float after1 = 1 + 0.5f + 1 + 5;
            assertThat(follows.at(0, 1)).isCloseTo(1 / after1, within(1e-6f));
            assertThat(follows.at(0, 2)).isCloseTo(1.5f / after1, within(1e-6f));
            assertThat(follows.at(1, 2)).isCloseTo(1 / 6f, within(1e-6f));
            assertThat(follows.at(1, 0)).isZero();
            assertThat(follows.at(2, 0)).isZero();
        }
    }

    @Test
    void theLastFiveEventsSpeakEachLessThanTheOneAfterIt() {
        assertThat(Followers.weights()).hasSize(6).startsWith(1, 0.6f, 0.36f).endsWith(0);
    }
}
