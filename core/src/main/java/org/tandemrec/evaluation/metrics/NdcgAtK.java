package org.tandemrec.evaluation.metrics;

/**
 * Normalised discounted cumulative gain with binary relevance (Järvelin and Kekäläinen 2002): the
 * sum of {@code 1 / log2(rank + 1)} over the relevant items among the first k, divided by that sum
 * for the best possible list, which has min(k, relevant) relevant items on top.
 */
record NdcgAtK(int k) implements RankingMetric {
    @Override
    public String name() {
        return "ndcg@" + k;
    }

    @Override
    public double of(RankedHits ranking) {
        double gain = 0;
        double ideal = 0;
        for (int rank = 1; rank <= k; rank++) {
            double discounted = StrictMath.log(2) / StrictMath.log(rank + 1.0);
            gain += ranking.hitAt(rank) ? discounted : 0;
            ideal += rank <= ranking.relevant() ? discounted : 0;
        }
        return gain / ideal;
    }
}
