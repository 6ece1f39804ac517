package org.tandemrec.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RankingMetricsTest {
    /** Relevant: ranks 2 and 3 of the five shown, and one more at rank 9. */
    private static final RankedHits TWO_OF_THREE =
            new RankedHits(new boolean[] {false, true, true, false, false}, 3, 2);

    /** The only relevant item stands at rank 40, beyond the list. */
    private static final RankedHits BEYOND = new RankedHits(new boolean[5], 1, 40);

    @Test
    void aHitRateAsksOnlyWhetherThereIsAHit() {
        assertThat(new HitRateAtK(5).of(TWO_OF_THREE)).isEqualTo(1);
        assertThat(new HitRateAtK(1).of(TWO_OF_THREE)).isZero();
        assertThat(new HitRateAtK(5).of(BEYOND)).isZero();
    }

    @Test
    void recallDividesByAllRelevantItems() {
        assertThat(new RecallAtK(5).of(TWO_OF_THREE)).isEqualTo(2.0 / 3);
        assertThat(new RecallAtK(2).of(TWO_OF_THREE)).isEqualTo(1.0 / 3);
    }

    @Test
    void precisionDividesByTheListLengthAskedFor() {
        assertThat(new PrecisionAtK(5).of(TWO_OF_THREE)).isEqualTo(2.0 / 5);
        assertThat(new PrecisionAtK(10).of(TWO_OF_THREE)).isEqualTo(2.0 / 10);
    }

    @Test
    void reciprocalRankLooksBeyondTheShownList() {
        assertThat(new ReciprocalRank().of(TWO_OF_THREE)).isEqualTo(1.0 / 2);
        assertThat(new ReciprocalRank().of(BEYOND)).isEqualTo(1.0 / 40);
    }

    @Test
    void ndcgIsTheGainOverThatOfTheBestListPossible() {
        double gain = 1 / 1.5849625007 + 1 / 2.0;
        double ideal = 1 + 1 / 1.5849625007 + 1 / 2.0;
        assertThat(new NdcgAtK(5).of(TWO_OF_THREE)).isCloseTo(gain / ideal, within(1e-9));
        assertThat(new NdcgAtK(5).of(BEYOND)).isZero();
    }

    @Test
    void theBestListForNdcgHoldsNoMoreThanKRelevantItems() {
        RankedHits allRelevant = new RankedHits(new boolean[] {true, true}, 50, 1);
        assertThat(new NdcgAtK(2).of(allRelevant)).isEqualTo(1);
    }

    @Test
    void aRankingWithoutARelevantItemIsNoneToJudge() {
        assertThatThrownBy(() -> new RankedHits(new boolean[3], 0, 1))
                .hasMessage("0 relevant items, the first at rank 1, expected at least 1 of both");
    }

    @Test
    void everyCutOffHasItsOwnNames() {
        assertThat(RankingMetric.at(List.of(5, 10)))
                .extracting(RankingMetric::name)
                .containsExactly(
                        "hitRate@5",
                        "ndcg@5",
                        "recall@5",
                        "precision@5",
                        "hitRate@10",
                        "ndcg@10",
                        "recall@10",
                        "precision@10",
                        "mrr");
    }
}
