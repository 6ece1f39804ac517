package org.tandemrec.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tandemrec.features.EncodedInteractions;

class ValidationSplitTest {
    @Test
    void everyInteractionIsOnOneSide() {
        ValidationSplit split = ValidationSplit.of(interactions(1000), 0.05, 1);
        assertThat(split.validation().size()).isEqualTo(50);
        int[] all =
                IntStream.concat(
                                Arrays.stream(split.training().users()),
                                Arrays.stream(split.validation().users()))
                        .sorted()
                        .toArray();
        assertThat(all).isEqualTo(IntStream.range(0, 1000).toArray());
    }

    @Test
    void theSameSeedGivesTheSameSplit() {
        int[] once = ValidationSplit.of(interactions(1000), 0.05, 1).validation().users();
        assertThat(ValidationSplit.of(interactions(1000), 0.05, 1).validation().users())
                .isEqualTo(once);
        assertThat(ValidationSplit.of(interactions(1000), 0.05, 2).validation().users())
                .isNotEqualTo(once);
    }

    @Test
    void oneInteractionIsLeftToTrainOn() {
        ValidationSplit split = ValidationSplit.of(interactions(1), 0.9, 1);
        assertThat(split.training().size()).isOne();
        assertThat(split.validation().size()).isZero();
    }

    private static EncodedInteractions interactions(int count) {
        int[] rows = IntStream.range(0, count).toArray();
        return new EncodedInteractions(rows, rows, new float[count], new long[count]);
    }
}
