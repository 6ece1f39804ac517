package org.tandemrec.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static Latencies of(int from, int to) {
        Latencies latencies = new Latencies();
        for (int millis = to; millis >= from; millis--) {
            latencies.add(millis * 1_000_000L);
        }
        return latencies;
    }

    @Test
    void tellTheTimeThatAPartOfTheAnswersStayedBelow() {
        Latencies all = Latencies.together(List.of(of(0, 1499), of(1500, 1999)));
        assertThat(all.size()).isEqualTo(2000);
        assertThat(all.millis(0.5)).isEqualTo(1000);
        assertThat(all.millis(0.99)).isEqualTo(1980);
        assertThat(all.millis(1)).isEqualTo(1999);
    }

    @Test
    void areNoNumberWhereThereAreNone() {
        assertThat(new Latencies().millis(0.5)).isNaN();
    }
}
