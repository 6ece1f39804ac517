package org.tandemrec.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * What every engine must do. An engine's test extends this class and says how an index is made and
 * opened; each test starts at an empty place. Nothing is asked before {@link VectorIndex#commit},
 * so that an index across a network can keep the contract. Small sets must be answered exactly,
 * larger ones nearly so.
 */
public abstract class VectorIndexContract {
    private static final String VERSION = "7f3a";
    private static final int DIMENSION = 16;
    private static final List<String> AWKWARD =
            List.of(
                    "it's",
                    "say \"hello\"",
                    "back\\slash",
                    "\\\"",
                    "\"] or id != \"",
                    "' or '1'='1",
                    "two  spaces ",
                    " ",
                    "tab\tand\nline",
                    "(a AND b) OR *:*",
                    "100%",
                    "{x}",
                    "日本語",
                    "🎬",
                    "🎬 family 👨‍👩‍👧",
                    "é",
                    "e\u0301");

    private final SampleItems sample = new SampleItems(3, DIMENSION);

    /** An empty index at the test's place; its first commit replaces what is there. */
    protected abstract VectorIndex create(String version, int dimension);

    /** The index that was committed at the test's place; fails as {@link Indexes#open} does. */
    protected abstract VectorIndex open(String version, int dimension);

    private VectorIndex filled(List<IndexedItem> items) {
        VectorIndex index = create(VERSION, DIMENSION);
        index.put(items);
        index.commit();
        return index;
    }

    private static void assertAnswersExactly(
            VectorIndex index, List<IndexedItem> items, SearchRequest request) {
        assertThat(index.search(request)).isEqualTo(BruteForce.search(items, request));
    }

    private static void assertFails(
            IndexException.Kind kind, ThrowingCallable call, String... parts) {
        assertThatExceptionOfType(IndexException.class)
                .isThrownBy(call)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind))
                .satisfies(failure -> assertThat(failure.getMessage()).contains(parts));
    }

    private static Set<String> ids(List<IndexedItem> items) {
        return items.stream().map(IndexedItem::id).collect(Collectors.toSet());
    }

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
    void replacesAnItemThatIsPutAgain() {
        List<IndexedItem> items = new ArrayList<>(sample.items(50));
        try (VectorIndex index = filled(items)) {
            items.set(7, sample.item("item-7"));
            index.put(List.of(items.get(7)));
            index.commit();
            assertThat(index.count()).isEqualTo(50);
            assertThat(index.vectorOf("item-7")).contains(items.get(7).vector());
            assertAnswersExactly(index, items, SearchRequest.nearest(sample.vector(), 50));
        }
    }

    @Test
    void keepsTheLaterOfTwoItemsWithOneIdInABatch() {
        IndexedItem first = sample.item("same");
        IndexedItem second = sample.item("same");
        try (VectorIndex index = filled(List.of(first, second))) {
            assertThat(index.count()).isEqualTo(1);
            assertThat(index.vectorOf("same")).contains(second.vector());
        }
    }

    @Test
    void forgetsTheFieldsOfAReplacedItem() {
        DenseVector vector = sample.vector();
        IndexedItem before =
                new IndexedItem("x", vector, Map.of("shape", FieldValue.Keywords.of("round")));
        try (VectorIndex index = filled(List.of(before))) {
            index.put(List.of(new IndexedItem("x", vector, Map.of())));
            index.commit();
            Filter round = new Filter.HasAnyOf("shape", Set.of("round"));
            assertThat(index.search(SearchRequest.nearest(vector, 5).where(round))).isEmpty();
        }
    }

    @Test
    void removesItemsAndIgnoresUnknownIds() {
        List<IndexedItem> items = sample.items(60);
        try (VectorIndex index = filled(items)) {
            index.remove(List.of("item-3", "item-59", "never there"));
            index.commit();
            List<IndexedItem> left =
                    items.stream()
                            .filter(item -> !Set.of("item-3", "item-59").contains(item.id()))
                            .toList();
            assertThat(index.count()).isEqualTo(58);
            assertThat(index.vectorOf("item-3")).isEmpty();
            assertAnswersExactly(index, left, SearchRequest.nearest(sample.vector(), 60));
        }
    }

    @Test
    void takesBackARemovedItem() {
        List<IndexedItem> items = sample.items(20);
        try (VectorIndex index = filled(items)) {
            index.remove(List.of("item-5"));
            index.put(List.of(items.get(5)));
            index.commit();
            assertThat(index.count()).isEqualTo(20);
            assertAnswersExactly(index, items, SearchRequest.nearest(items.get(5).vector(), 20));
        }
    }

    @Test
    void canBecomeEmptyAgain() {
        List<IndexedItem> items = sample.items(20);
        try (VectorIndex index = filled(items)) {
            index.remove(ids(items));
            index.commit();
            assertThat(index.count()).isZero();
            assertThat(index.search(SearchRequest.nearest(sample.vector(), 5))).isEmpty();
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
    void findsKUnderAFilterOfAnyWidthInALargeSet() {
        List<IndexedItem> items = sample.items(6_000);
        try (VectorIndex index = filled(items)) {
            for (int years : List.of(1, 2, 5, 20, 45)) {
                Filter filter = Filter.Between.closed("year", 1950, 1950 + years);
                SearchRequest request = SearchRequest.nearest(sample.vector(), 20).where(filter);
                List<Hit> hits = index.search(request);
                assertThat(hits).hasSize(20);
                List<Hit> expected = BruteForce.search(items, request);
                assertThat(hits).filteredOn(expected::contains).hasSizeGreaterThan(17);
            }
        }
    }

    static List<Filter> filters() {
        Filter red = new Filter.HasAnyOf("colours", Set.of("red"));
        Filter violet = new Filter.HasAnyOf("colours", Set.of("deep violet", "unheard of"));
        Filter round = new Filter.HasAnyOf("shape", Set.of("round"));
        Filter seventies = Filter.Between.closed("year", 1970, 1979);
        Filter odd = new Filter.IdNotIn(Set.of("item-1", "item-2", "item-299", "unknown"));
        return List.of(
                new Filter.Everything(),
                red,
                violet,
                new Filter.HasAnyOf("colours", Set.of("red", "green", "blue")),
                new Filter.HasAnyOf("colours", Set.of()),
                new Filter.HasAnyOf("no such field", Set.of("red")),
                new Filter.HasAnyOf("year", Set.of("1970")),
                seventies,
                Filter.Between.closed("year", 1984, 1984),
                Filter.Between.atLeast("year", 1990),
                Filter.Between.atMost("year", 1955.5),
                new Filter.Between(
                        "year",
                        Filter.Between.atMost("", 0).from(),
                        Filter.Between.atLeast("", 0).to()),
                Filter.Between.closed("no such field", 0, 1),
                Filter.Between.closed("shape", -1e300, 1e300),
                new Filter.IdIn(Set.of("item-4", "item-77", "unknown")),
                new Filter.IdIn(Set.of()),
                odd,
                new Filter.IdNotIn(Set.of()),
                Filter.All.of(),
                Filter.All.of(red),
                Filter.All.of(violet, round, seventies),
                Filter.All.of(Filter.All.of(round, odd), Filter.All.of(Filter.All.of(seventies))),
                Filter.All.of(round, new Filter.IdIn(Set.of("item-4", "item-5", "item-6"))),
                Filter.All.of(
                        new Filter.IdIn(Set.of("item-4")), new Filter.IdNotIn(Set.of("item-4"))));
    }

    @Test
    void filtersInsideTheSearch() {
        List<IndexedItem> items = sample.items(300);
        try (VectorIndex index = filled(items)) {
            for (Filter filter : filters()) {
                SearchRequest request = SearchRequest.nearest(sample.vector(), 7).where(filter);
                assertThat(index.search(request))
                        .as("%s", filter)
                        .isEqualTo(BruteForce.search(items, request));
            }
        }
    }

    @Test
    void hidesTwentyThousandIds() {
        List<IndexedItem> items = sample.items(300);
        Set<String> seen =
                IntStream.range(3, 20_003).mapToObj(n -> "item-" + n).collect(Collectors.toSet());
        try (VectorIndex index = filled(items)) {
            SearchRequest request =
                    SearchRequest.nearest(sample.vector(), 10).where(new Filter.IdNotIn(seen));
            assertThat(index.search(request)).hasSize(3);
            assertAnswersExactly(index, items, request);
        }
    }

    @Test
    void ranksOnlyTheIdsAskedFor() {
        List<IndexedItem> items = sample.items(2_000);
        Set<String> among = ids(items.subList(500, 600));
        try (VectorIndex index = filled(items)) {
            SearchRequest request =
                    SearchRequest.nearest(sample.vector(), 100).where(new Filter.IdIn(among));
            assertAnswersExactly(index, items, request);
        }
    }

    @Test
    void keepsAwkwardIdsApart() {
        List<IndexedItem> items = AWKWARD.stream().map(sample::item).toList();
        try (VectorIndex index = filled(items)) {
            assertAnswersExactly(index, items, SearchRequest.nearest(sample.vector(), 100));
            for (IndexedItem item : items) {
                SearchRequest all = SearchRequest.nearest(sample.vector(), 100);
                assertThat(index.vectorOf(item.id())).contains(item.vector());
                assertAnswersExactly(index, items, all.where(new Filter.IdIn(Set.of(item.id()))));
                assertAnswersExactly(
                        index, items, all.where(new Filter.IdNotIn(Set.of(item.id()))));
            }
            index.remove(AWKWARD);
            index.commit();
            assertThat(index.count()).isZero();
        }
    }

    @Test
    void keepsAwkwardKeywordsAndFieldNamesApart() {
        List<IndexedItem> items = AWKWARD.stream().map(this::itemWithKeyword).toList();
        try (VectorIndex index = filled(items)) {
            for (String text : AWKWARD) {
                Filter filter = new Filter.HasAnyOf("kind \"of\"", Set.of(text));
                SearchRequest request = SearchRequest.nearest(sample.vector(), 9).where(filter);
                assertThat(index.search(request)).hasSize(1);
                assertAnswersExactly(index, items, request);
            }
        }
    }

    private IndexedItem itemWithKeyword(String keyword) {
        return new IndexedItem(
                "has " + keyword,
                sample.vector(),
                Map.of("kind \"of\"", FieldValue.Keywords.of(keyword)));
    }

    @Test
    void tellsNumbersApartThatAreClose() {
        double value = 0.1 + 0.2;
        IndexedItem item =
                new IndexedItem("x", sample.vector(), Map.of("n", new FieldValue.Numeric(value)));
        SearchRequest any = SearchRequest.nearest(sample.vector(), 1);
        try (VectorIndex index = filled(List.of(item))) {
            assertThat(index.search(any.where(Filter.Between.closed("n", value, value))))
                    .hasSize(1);
            assertThat(index.search(any.where(Filter.Between.atMost("n", 0.3)))).isEmpty();
        }
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
    void aRefusedBatchLeavesTheIndexAsItWas() {
        List<IndexedItem> items = sample.items(5);
        try (VectorIndex index = filled(items)) {
            IndexedItem narrow = new IndexedItem("narrow", DenseVector.of(1, 2, 3), Map.of());
            assertThatExceptionOfType(IndexException.class)
                    .isThrownBy(() -> index.put(List.of(sample.item("fine"), narrow)));
            index.commit();
            assertAnswersExactly(index, items, SearchRequest.nearest(sample.vector(), 10));
        }
    }

    @Test
    void isFoundAgainAfterItWasClosed() {
        List<IndexedItem> items = sample.items(200);
        filled(items).close();
        try (VectorIndex index = open(VERSION, DIMENSION)) {
            assertThat(index.count()).isEqualTo(200);
            assertThat(index.version()).isEqualTo(VERSION);
            for (Filter filter : filters()) {
                SearchRequest request = SearchRequest.nearest(sample.vector(), 9).where(filter);
                assertAnswersExactly(index, items, request);
            }
        }
    }

    @Test
    void canBeChangedAfterItWasOpenedAgain() {
        Map<String, IndexedItem> items = new HashMap<>();
        sample.items(100).forEach(item -> items.put(item.id(), item));
        filled(List.copyOf(items.values())).close();
        try (VectorIndex index = open(VERSION, DIMENSION)) {
            IndexedItem changed = sample.item("item-50");
            items.put("item-50", changed);
            items.remove("item-51");
            index.put(List.of(changed));
            index.remove(List.of("item-51"));
            index.commit();
        }
        try (VectorIndex index = open(VERSION, DIMENSION)) {
            List<IndexedItem> expected = List.copyOf(items.values());
            assertAnswersExactly(index, expected, SearchRequest.nearest(sample.vector(), 200));
        }
    }

    @Test
    void refusesToOpenWhatAnotherBundleMade() {
        filled(sample.items(3)).close();
        assertFails(
                IndexException.Kind.WRONG_VERSION,
                () -> open("91c0", DIMENSION),
                "index was built by bundle 7f3a, the active bundle is 91c0; run 'tandem index'");
    }

    @Test
    void refusesToOpenVectorsOfAnotherDimension() {
        filled(sample.items(3)).close();
        assertFails(
                IndexException.Kind.WRONG_DIMENSION,
                () -> open(VERSION, 20),
                "index has vectors of 16 dimensions, the active bundle makes 20; run 'tandem index'");
    }

    @Test
    void refusesToOpenWhereNothingIs() {
        assertFails(
                IndexException.Kind.MISSING, () -> open(VERSION, DIMENSION), "run 'tandem index'");
    }

    @Test
    void aNewVersionReplacesTheOldOneAtItsFirstCommit() {
        filled(sample.items(30)).close();
        List<IndexedItem> items = new SampleItems(4, 8).items(12);
        try (VectorIndex index = create("91c0", 8)) {
            index.put(items);
            index.commit();
            assertThat(index.count()).isEqualTo(12);
        }
        try (VectorIndex index = open("91c0", 8)) {
            DenseVector query = items.getFirst().vector();
            assertAnswersExactly(index, items, SearchRequest.nearest(query, 20));
        }
    }

    @Test
    void anUncommittedNewVersionLeavesTheOldOneUsable() {
        List<IndexedItem> items = sample.items(30);
        filled(items).close();
        try (VectorIndex index = create("91c0", DIMENSION)) {
            index.put(sample.items(500));
        }
        try (VectorIndex index = open(VERSION, DIMENSION)) {
            assertAnswersExactly(index, items, SearchRequest.nearest(sample.vector(), 40));
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
            List<Callable<Integer>> searches =
                    requests.stream()
                            .<Callable<Integer>>map(
                                    request -> () -> searchRepeatedly(index, request))
                            .toList();
            List<Future<Integer>> running = searches.stream().map(threads::submit).toList();
            for (int round = 0; round < 5; round++) {
                index.put(items);
                index.commit();
            }
            for (Future<Integer> one : running) {
                assertThat(one.get()).isEqualTo(200);
            }
            requests.forEach(request -> assertAnswersExactly(index, items, request));
        }
    }

    private static int searchRepeatedly(VectorIndex index, SearchRequest request) {
        int found = 0;
        for (int round = 0; round < 20; round++) {
            found += index.search(request).size();
        }
        return found;
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
    void refusesEverythingOnceClosed() {
        VectorIndex index = filled(sample.items(3));
        index.close();
        index.close();
        SearchRequest request = SearchRequest.nearest(sample.vector(), 1);
        assertFails(IndexException.Kind.UNAVAILABLE, () -> index.search(request), "closed");
        assertFails(IndexException.Kind.UNAVAILABLE, () -> index.put(sample.items(1)), "closed");
        assertFails(IndexException.Kind.UNAVAILABLE, index::commit, "closed");
        assertFails(IndexException.Kind.UNAVAILABLE, index::count, "closed");
    }
}
