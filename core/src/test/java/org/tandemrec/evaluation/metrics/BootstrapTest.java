package org.tandemrec.evaluation.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static PerUser hitRate(int users, double share, long seed) {
        PerUser metric = PerUser.of(new HitRateAtK(10), users);
        Random random = new Random(seed);
        for (int user = 0; user < users; user++) {
            metric.add(user, random.nextDouble() < share ? 1 : 0, 1);
        }
        return metric;
    }

    @Test
    void theIntervalOfAMeanIsThatOfTheNormalApproximation() {
        PerUser metric = hitRate(2_000, 0.3, 1);
        Interval interval = Bootstrap.of(List.of(metric), 2_000, 7).interval(metric).orElseThrow();
        double error = 1.96 * Math.sqrt(metric.value() * (1 - metric.value()) / 2_000);
        assertThat(interval.low()).isCloseTo(metric.value() - error, within(0.002));
        assertThat(interval.high()).isCloseTo(metric.value() + error, within(0.002));
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        PerUser metric = hitRate(50, 0.5, 1);
        assertThat(Bootstrap.of(List.of(metric), 200, 7).interval(metric))
                .isEqualTo(Bootstrap.of(List.of(metric), 200, 7).interval(metric));
        assertThat(Bootstrap.of(List.of(metric), 200, 8).interval(metric))
                .isNotEqualTo(Bootstrap.of(List.of(metric), 200, 7).interval(metric));
    }

    @Test
    void twoMetricsAreComparedOnTheSameDraws() {
        PerUser worse = PerUser.of(new ReciprocalRank(), 100);
        PerUser better = PerUser.of(new ReciprocalRank(), 100);
        for (int user = 0; user < 100; user++) {
            worse.add(user, user % 10 / 20.0, 1);
            better.add(user, user % 10 / 20.0 + 0.1, 1);
        }
        Bootstrap bootstrap = Bootstrap.of(List.of(worse, better), 500, 1);
        Interval difference = bootstrap.difference(better, worse).orElseThrow();
        assertThat(difference.low()).isCloseTo(0.1, within(1e-9));
        assertThat(difference.high()).isCloseTo(0.1, within(1e-9));
    }

    @Test
    void usersWithManyPredictionsWeighAsManyInAValueMetric() {
        PerUser metric = PerUser.of(new MeanAbsoluteError(), 2);
        metric.add(0, 9, 9);
        metric.add(1, 3, 1);
        assertThat(metric.value(new int[] {1, 1})).isEqualTo(1.2);
        assertThat(metric.value(new int[] {0, 2})).isEqualTo(3);
    }

    @Test
    void oneUserOrNoDrawsGiveNoInterval() {
        PerUser single = hitRate(1, 0.5, 1);
        assertThat(Bootstrap.of(List.of(single), 100, 1).interval(single)).isEmpty();
        PerUser many = hitRate(10, 0.5, 1);
        assertThat(Bootstrap.of(List.of(many), 0, 1).interval(many)).isEmpty();
    }
}
