package org.tandemrec.evaluation.metrics;

/**
 * Hit rate: 1 where at least one of the first k items is relevant, else 0. A list shorter than k
 * counts as it is.
 */
record HitRateAtK(int k) implements RankingMetric {
    @Override
    public String name() {
        return "hitRate@" + k;
    }

    @Override
    public double of(RankedHits ranking) {
        return ranking.hitsAmong(k) > 0 ? 1 : 0;
    }
}
