package org.tandemrec.recommend;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tandemrec.index.DenseVector;
import org.tandemrec.index.Hit;

/**
 * Maximal marginal relevance (Carbonell and Goldstein, The Use of MMR, 1998): takes one item after
 * another, each the one of the highest {@code (1 - diversity) relevance - diversity max over those
 * taken of cosine}. Relevance is the score between the worst (0) and the best (1) of the
 * candidates, because inner products have no scale of their own. The first item stays the first.
 */
final class Diversity {
    private static final int CANDIDATES_PER_PLACE = 10;
    private static final int FEWEST_CANDIDATES = 50;

    private final double diversity;
    private final double[] relevance;
    private final double[] nearest;
    private final List<DenseVector> vectors;
    private final double[] lengths;

    private Diversity(double diversity, List<Hit> hits, List<DenseVector> vectors) {
        this.diversity = diversity;
        this.relevance = relevance(hits);
        this.nearest = new double[hits.size()];
        Arrays.fill(nearest, Double.NEGATIVE_INFINITY);
        this.vectors = vectors;
        this.lengths = vectors.stream().mapToDouble(one -> Math.sqrt(one.dot(one))).toArray();
    }

    /** How many candidates a list of so many places is chosen from. */
    static int candidates(int count) {
        return (int) Math.min(Integer.MAX_VALUE, places(count));
    }

    private static long places(int count) {
        return Math.max(FEWEST_CANDIDATES, (long) CANDIDATES_PER_PLACE * count);
    }

    /**
     * The first places of the re-ranked list; as many as wanted where there are as many candidates.
     *
     * @param hits candidates, best first
     * @param vectors theirs
     * @param diversity from 0, the order of the candidates, to 1
     */
    static List<Hit> choose(
            List<Hit> hits, List<DenseVector> vectors, int count, double diversity) {
        if (hits.isEmpty()) {
            return hits;
        }
        Diversity choice = new Diversity(diversity, hits, vectors);
        boolean[] taken = new boolean[hits.size()];
        List<Hit> chosen = new ArrayList<>();
        for (int next = 0; next >= 0; next = choice.best(taken)) {
            taken[next] = true;
            chosen.add(hits.get(next));
            choice.take(next);
            if (chosen.size() == count) {
                break;
            }
        }
        return chosen;
    }

    private static double[] relevance(List<Hit> hits) {
        double best = hits.getFirst().score();
        double worst = hits.getLast().score();
        double range = best > worst ? best - worst : 1;
        return hits.stream().mapToDouble(hit -> (hit.score() - worst) / range).toArray();
    }

    private void take(int item) {
        for (int other = 0; other < nearest.length; other++) {
            nearest[other] = Math.max(nearest[other], cosine(item, other));
        }
    }

    private double cosine(int one, int other) {
        double scale = lengths[one] * lengths[other];
        return scale == 0 ? 0 : vectors.get(one).dot(vectors.get(other)) / scale;
    }

    /** The best of those that are left, the earlier of equals; -1 where none is. */
    private int best(boolean[] taken) {
        int best = -1;
        for (int item = 0; item < taken.length; item++) {
            if (!taken[item] && (best < 0 || worth(item) > worth(best))) {
                best = item;
            }
        }
        return best;
    }

    private double worth(int item) {
        return (1 - diversity) * relevance[item] - diversity * nearest[item];
    }
}
