package org.tandemrec.evaluation.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * The percentile bootstrap over users (Efron and Tibshirani 1993, chapter 13): the users are drawn
 * anew with replacement, as many as there are, and every metric is computed on each draw. All
 * metrics see the same draws, so differences of two recommenders are paired. Immutable.
 */
public final class Bootstrap {
    private static final double TAIL = 0.025;

    private final List<PerUser> metrics;
    private final double[][] resampled;

    private Bootstrap(List<PerUser> metrics, double[][] resampled) {
        this.metrics = metrics;
        this.resampled = resampled;
    }

    /**
     * Draws the users again and again.
     *
     * @param metrics all of the same users in the same order
     * @param resamples how many draws; 0 leaves all intervals empty
     * @param seed of the draws
     */
    public static Bootstrap of(List<PerUser> metrics, int resamples, long seed) {
        double[][] resampled = new double[metrics.size()][resamples];
        SplittableRandom random = new SplittableRandom(seed);
        int users = metrics.isEmpty() ? 0 : metrics.getFirst().users();
        for (int draw = 0; draw < resamples && users > 0; draw++) {
            int[] times = draw(users, random);
            for (int metric = 0; metric < resampled.length; metric++) {
                resampled[metric][draw] = metrics.get(metric).value(times);
            }
        }
        return new Bootstrap(List.copyOf(metrics), resampled);
    }

    private static int[] draw(int users, SplittableRandom random) {
        int[] times = new int[users];
        for (int drawn = 0; drawn < users; drawn++) {
            times[random.nextInt(users)]++;
        }
        return times;
    }

    /** The interval of a metric; empty where it has fewer than two users or no draws. */
    public Optional<Interval> interval(PerUser metric) {
        return percentiles(valuesOf(metric), metric.users());
    }

    /** The interval of the difference of two metrics on the same draws: first minus second. */
    public Optional<Interval> difference(PerUser first, PerUser second) {
        double[] differences = valuesOf(first).clone();
        double[] others = valuesOf(second);
        for (int draw = 0; draw < differences.length; draw++) {
            differences[draw] -= others[draw];
        }
        return percentiles(differences, first.users());
    }

    private double[] valuesOf(PerUser metric) {
        return resampled[metrics.indexOf(metric)];
    }

    private static Optional<Interval> percentiles(double[] values, int users) {
        double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0 || users < 2) {
            return Optional.empty();
        }
        return Optional.of(new Interval(percentile(sorted, TAIL), percentile(sorted, 1 - TAIL)));
    }

    private static double percentile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
