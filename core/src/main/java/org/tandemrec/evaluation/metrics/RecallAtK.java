package org.tandemrec.evaluation.metrics;

/**
 * Recall: how many of the user's relevant items are among the first k, divided by the number of
 * relevant items (not by min(k, relevant): with more than k relevant items it stays below 1).
 */
record RecallAtK(int k) implements RankingMetric {
    @Override
    public String name() {
        return "recall@" + k;
    }

    @Override
    public double of(RankedHits ranking) {
        return (double) ranking.hitsAmong(k) / ranking.relevant();
    }
}
