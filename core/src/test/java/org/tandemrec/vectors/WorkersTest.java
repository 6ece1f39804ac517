package org.tandemrec.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkersTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void everyNumberIsWorkedOnOnce(int threads) {
        AtomicIntegerArray visits = new AtomicIntegerArray(1003);
        try (Workers workers = Workers.of(threads)) {
            workers.forRanges(
                    1003,
                    10,
                    (from, to) -> {
                        for (int number = from; number < to; number++) {
                            visits.incrementAndGet(number);
                        }
                    });
        }
        for (int number = 0; number < visits.length(); number++) {
            assertThat(visits.get(number)).isOne();
        }
    }

    @Test
    void aFailureReachesTheCaller() {
        try (Workers workers = Workers.of(2)) {
            assertThatThrownBy(
                            () ->
                                    workers.forRanges(
                                            100,
                                            1,
                                            (from, to) -> {
                                                throw new ArithmeticException("no");
                                            }))
                    .hasStackTraceContaining("ArithmeticException: no");
        }
    }

    @Test
    void refusesToWorkOnNoThread() {
        assertThatThrownBy(() -> Workers.of(0)).hasMessage("threads is 0, expected at least 1");
    }
}
