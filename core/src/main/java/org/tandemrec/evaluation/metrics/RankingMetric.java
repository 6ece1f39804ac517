package org.tandemrec.evaluation.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * A number between 0 and 1 for one user's ranking, higher is better. The metric of a recommender is
 * its mean over all users with at least one relevant item; without such a user there is none.
 */
public sealed interface RankingMetric
        permits HitRateAtK, NdcgAtK, RecallAtK, PrecisionAtK, ReciprocalRank {
    /** Its name in JSON and reports. */
    String name();

    /** Its value for one user. */
    double of(RankedHits ranking);

    /** All ranking metrics at these cut-offs. */
    static List<RankingMetric> at(List<Integer> cutoffs) {
        List<RankingMetric> metrics = new ArrayList<>();
        for (int k : cutoffs) {
            metrics.add(new HitRateAtK(k));
            metrics.add(new NdcgAtK(k));
            metrics.add(new RecallAtK(k));
            metrics.add(new PrecisionAtK(k));
        }
        metrics.add(new ReciprocalRank());
        return List.copyOf(metrics);
    }
}
