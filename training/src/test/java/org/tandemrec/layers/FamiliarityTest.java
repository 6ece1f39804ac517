package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FamiliarityTest {
    private final Familiarity familiarity = Familiarity.of(new int[] {0, 0, 2, 3, 6, 1_000_000}, 2);

    @Test
    void trustGrowsWithTheCount() {
        assertThat(familiarity.trust(1)).isZero();
        assertThat(familiarity.trust(2)).isEqualTo(0.5f);
        assertThat(familiarity.trust(4)).isEqualTo(0.75f);
    }

    @Test
    void theUnknownIdIsTrustedAsItStandsForAll() {
        assertThat(familiarity.trust(0)).isOne();
    }

    @Test
    void idsSeenAboutAsOftenShareAClass() {
        assertThat(familiarity.classOfEach()).containsExactly(0, 1, 2, 3, 3, 11);
    }

    @Test
    void withoutHesitationEverySeenIdIsTrusted() {
        Familiarity trusting = Familiarity.of(new int[] {0, 0, 1}, 0);
        assertThat(trusting.trust(1)).isZero();
        assertThat(trusting.trust(2)).isOne();
    }
}
