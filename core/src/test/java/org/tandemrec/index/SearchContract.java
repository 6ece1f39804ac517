package org.tandemrec.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every engine must do when it is asked. */
abstract class SearchContract extends IndexFixture {
    @Test
    void findsTheNearestItemsWithTheirInnerProducts() {
        List<IndexedItem> items = sample.items(300);
        try (VectorIndex index = filled(items)) {
            for (int round = 0; round < 20; round++) {
                assertAnswersExactly(index, items, SearchRequest.nearest(sample.vector(), 10));
            }
        }
    }

    @Test
    void saysWhatItHolds() {
        try (VectorIndex index = filled(sample.items(30))) {
            assertThat(index.version()).isEqualTo(VERSION);
            assertThat(index.dimension()).isEqualTo(DIMENSION);
            assertThat(index.count()).isEqualTo(30);
            assertThat(index.bytes()).isGreaterThan(30 * DIMENSION * Float.BYTES);
            assertThat(index.kind()).isNotEmpty();
        }
    }

    @Test
    void anEmptyIndexFindsNothing() {
        try (VectorIndex index = filled(List.of())) {
            assertThat(index.count()).isZero();
            assertThat(index.search(SearchRequest.nearest(sample.vector(), 5))).isEmpty();
            assertThat(index.vectorOf("item-1")).isEmpty();
        }
    }

    @Test
    void findsOneWhenOneIsWanted() {
        List<IndexedItem> items = sample.items(100);
        try (VectorIndex index = filled(items)) {
            assertAnswersExactly(index, items, SearchRequest.nearest(sample.vector(), 1));
        }
    }

    @Test
    void findsAllWhenMoreAreWantedThanThereAre() {
        List<IndexedItem> items = sample.items(37);
        try (VectorIndex index = filled(items)) {
            assertAnswersExactly(index, items, SearchRequest.nearest(sample.vector(), 1_000));
        }
    }

    @Test
    void breaksTiesById() {
        DenseVector same = sample.vector();
        List<IndexedItem> items =
                IntStream.range(0, 200)
                        .mapToObj(n -> new IndexedItem("twin-" + n * 7919 % 200, same, Map.of()))
                        .toList();
        try (VectorIndex index = filled(items)) {
            assertAnswersExactly(index, items, SearchRequest.nearest(same, 25));
        }
    }

    @Test
    void ordersNegativeScoresAsWell() {
        List<IndexedItem> items =
                List.of(
                        new IndexedItem("far", constant(-4), Map.of()),
                        new IndexedItem("nowhere", constant(0), Map.of()),
                        new IndexedItem("near", constant(-1), Map.of()));
        try (VectorIndex index = filled(items)) {
            List<Hit> hits = index.search(SearchRequest.nearest(constant(1), 3));
            assertThat(hits)
                    .containsExactly(
                            new Hit("nowhere", 0),
                            new Hit("near", -DIMENSION),
                            new Hit("far", -4 * DIMENSION));
        }
    }

    private static DenseVector constant(float value) {
        float[] values = new float[DIMENSION];
        Arrays.fill(values, value);
        return DenseVector.of(values);
    }

    @Test
    void prefersLongVectorsAsInnerProductsDo() {
        List<IndexedItem> items =
                List.of(
                        new IndexedItem("short", constant(1), Map.of()),
                        new IndexedItem("long", constant(3), Map.of()));
        try (VectorIndex index = filled(items)) {
            assertThat(index.search(SearchRequest.nearest(constant(1), 1)))
                    .containsExactly(new Hit("long", 3 * DIMENSION));
        }
    }

    @Test
    void givesBackVectorsUnchanged() {
        List<IndexedItem> items = sample.items(40);
        try (VectorIndex index = filled(items)) {
            for (IndexedItem item : items) {
                assertThat(index.vectorOf(item.id())).contains(item.vector());
            }
        }
    }

    @Test
    void takesBatchesOfThousands() {
        List<IndexedItem> items = sample.items(6_000);
        try (VectorIndex index = create(VERSION, DIMENSION)) {
            index.put(items.subList(0, 3_000));
            index.put(items.subList(3_000, 6_000));
            index.commit();
            assertThat(index.count()).isEqualTo(6_000);
            assertThat(recall(index, items, 50)).isGreaterThan(0.97);
        }
    }

    private double recall(VectorIndex index, List<IndexedItem> items, int queries) {
        int found = 0;
        for (int query = 0; query < queries; query++) {
            SearchRequest request = SearchRequest.nearest(sample.vector(), 10);
            List<Hit> expected = BruteForce.search(items, request);
            List<Hit> hits = index.search(request);
            assertThat(hits).hasSize(10);
            found += (int) hits.stream().filter(expected::contains).count();
        }
        return found / (10.0 * queries);
    }

    @Test
    void refusesAVectorOfAnotherDimension() {
        try (VectorIndex index = filled(sample.items(5))) {
            IndexedItem narrow = new IndexedItem("narrow", DenseVector.of(1, 2, 3), Map.of());
            assertFails(
                    IndexException.Kind.WRONG_DIMENSION,
                    () -> index.put(List.of(narrow)),
                    "item 'narrow' has a vector of 3 dimensions, expected the index's 16");
            assertFails(
                    IndexException.Kind.WRONG_DIMENSION,
                    () -> index.search(SearchRequest.nearest(DenseVector.of(1, 2, 3), 1)),
                    "the query vector has 3 dimensions, expected the index's 16");
        }
    }

    @Test
    void failsRatherThanAnsweringAfterTheDeadline() {
        try (VectorIndex index = filled(sample.items(2_000))) {
            SearchRequest request =
                    SearchRequest.nearest(sample.vector(), 10).within(Duration.ofNanos(1));
            assertFails(
                    IndexException.Kind.TIMEOUT, () -> index.search(request), "did not end within");
            assertThat(index.search(request.within(Duration.ofSeconds(Long.MAX_VALUE))))
                    .hasSize(10);
        }
    }

    @Test
    void answersManyThreadsWhileOneWrites() throws Exception {
        List<IndexedItem> items = sample.items(400);
        List<SearchRequest> requests =
                IntStream.range(0, 50)
                        .mapToObj(_ -> SearchRequest.nearest(sample.vector(), 10))
                        .toList();
        try (VectorIndex index = filled(items);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = new ArrayList<>();
            for (SearchRequest request : requests) {
                running.add(threads.submit(() -> searchRepeatedly(index, items, request)));
            }
            do {
                index.put(items);
                index.commit();
            } while (!running.stream().allMatch(Future::isDone));
            for (Future<?> one : running) {
                one.get();
            }
            requests.forEach(request -> assertAnswersExactly(index, items, request));
        }
    }

    private static void searchRepeatedly(
            VectorIndex index, List<IndexedItem> items, SearchRequest request) {
        for (int round = 0; round < 20; round++) {
            assertAnswersExactly(index, items, request);
        }
    }
}
