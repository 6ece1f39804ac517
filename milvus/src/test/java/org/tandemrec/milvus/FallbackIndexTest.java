package org.tandemrec.milvus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.tandemrec.index.ExactIndex;
import org.tandemrec.index.IndexException;
import org.tandemrec.index.IndexException.Kind;
import org.tandemrec.index.SearchRequest;
import org.tandemrec.index.VectorIndex;

class FallbackIndexTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final AtomicInteger attempts = new AtomicInteger();
    private final List<IndexException> told = new ArrayList<>();
    private final SearchRequest question = SearchRequest.nearest(Items.constant(1), 3);

    private FallbackIndex index(Kind failure) {
        return new FallbackIndex(
                () -> {
                    attempts.incrementAndGet();
                    throw new IndexException(failure, "away");
                },
                Items.exact(Items.some(10, 1)),
                Duration.ofSeconds(5),
                told::add,
                now::get);
    }

    @Test
    void asksTheServerAgainOnlyAfterThePause() {
        try (FallbackIndex index = index(Kind.UNAVAILABLE)) {
            assertThat(index.search(question)).hasSize(3);
            assertThat(index.kind()).isEqualTo("exact, while milvus is away");
            index.search(question);
            assertThat(attempts).hasValue(1);
            now.set(Instant.EPOCH.plusSeconds(6));
            index.search(question);
            assertThat(attempts).hasValue(2);
            assertThat(told).extracting(IndexException::getMessage).containsExactly("away", "away");
        }
    }

    @Test
    void doesNotHideAMistake() {
        try (FallbackIndex index = index(Kind.WRONG_VERSION)) {
            assertThatExceptionOfType(IndexException.class)
                    .isThrownBy(() -> index.search(question))
                    .withMessage("away");
        }
    }

    @Test
    void neverMixesVersions() {
        VectorIndex other = ExactIndex.inMemory("v2", Items.DIMENSION);
        try (FallbackIndex index =
                new FallbackIndex(
                        () -> other,
                        Items.exact(Items.some(10, 1)),
                        Duration.ofSeconds(5),
                        told::add,
                        now::get)) {
            assertThatExceptionOfType(IndexException.class)
                    .isThrownBy(() -> index.search(question))
                    .withMessageContaining("index was built by bundle v2");
        }
    }

    @Test
    void isOnlyForReading() {
        try (FallbackIndex index = index(Kind.UNAVAILABLE)) {
            assertThatExceptionOfType(IndexException.class)
                    .isThrownBy(() -> index.put(List.of()))
                    .withMessageContaining("only for reading");
        }
    }
}
