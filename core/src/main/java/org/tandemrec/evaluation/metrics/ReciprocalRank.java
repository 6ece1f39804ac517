package org.tandemrec.evaluation.metrics;

/**
 * Reciprocal rank: 1 divided by the rank of the best relevant item among all that were ranked, with
 * no cut-off; its mean over users is the MRR.
 */
record ReciprocalRank() implements RankingMetric {
    @Override
    public String name() {
        return "mrr";
    }

    @Override
    public double of(RankedHits ranking) {
        return 1.0 / ranking.firstHit();
    }
}
