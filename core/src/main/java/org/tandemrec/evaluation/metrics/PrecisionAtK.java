package org.tandemrec.evaluation.metrics;

/**
 * Precision: how many of the first k items are relevant, divided by k, also where the list is
 * shorter than k.
 */
record PrecisionAtK(int k) implements RankingMetric {
    @Override
    public String name() {
        return "precision@" + k;
    }

    @Override
    public double of(RankedHits ranking) {
        return (double) ranking.hitsAmong(k) / k;
    }
}
