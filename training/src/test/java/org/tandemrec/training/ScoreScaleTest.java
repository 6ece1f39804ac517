package org.tandemrec.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tandemrec.data.ValueScale;
import org.tandemrec.model.RatingScale;

class ScoreScaleTest {
    @Test
    void oneToFiveStarsAreTwoAndAHalfPlusHalfTheScore() {
        RatingScale scale = ScoreScale.of(new ValueScale(1, 5, 1));
        assertThat(scale).isEqualTo(new RatingScale(0.5, 2.5, 1, 5));
    }

    @Test
    void theLowestScoreIsOneStepBelowTheLowestValue() {
        RatingScale scale = ScoreScale.of(new ValueScale(0.5, 5, 0.5));
        assertThat(scale.offset() - ScoreScale.RANGE * scale.slope()).isZero();
        assertThat(scale.rating(ScoreScale.RANGE)).isEqualTo(5);
    }
}
