package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContextTest {
    @Test
    void twoWhoMetTwiceAreTwinsWhateverTheOrder() {
        int[] twins = Context.twins(new int[] {1, 2, 1, 1, 2}, new int[] {5, 5, 6, 5, 5});
        assertThat(twins).containsExactly(0, 1, 2, 0, 1);
    }

    @Test
    void twinsAreReadOrPredictedTogether() {
        int[] twins = {0, 1, 0, 1, 0, 5};
        SplittableRandom random = new SplittableRandom(1);
        for (int draw = 0; draw < 100; draw++) {
            Context context = Context.drawn(twins, 0.5, random);
            for (int meeting = 0; meeting < twins.length; meeting++) {
                assertThat(context.reads(meeting)).isEqualTo(context.reads(twins[meeting]));
            }
        }
    }

    @Test
    void aboutTheWantedShareIsRead() {
        int[] alone = IntStream.range(0, 10_000).toArray();
        Context context = Context.drawn(alone, 0.87, new SplittableRandom(2));
        assertThat(IntStream.of(alone).filter(context::reads).count()).isBetween(8_500L, 8_900L);
    }

    @Test
    void allMayBeRead() {
        Context context = Context.all(3);
        assertThat(context.meetings()).isEqualTo(3);
        assertThat(IntStream.range(0, 3).allMatch(context::reads)).isTrue();
    }
}
