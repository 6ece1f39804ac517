package org.tandemrec.milvus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tandemrec.index.FieldValue;
import org.tandemrec.index.Filter;
import org.tandemrec.index.Hit;
import org.tandemrec.index.IndexException;
import org.tandemrec.index.IndexedItem;
import org.tandemrec.index.SearchRequest;
import org.tandemrec.index.VectorIndex;

/** What the contract does not ask: the server's limits, its index types, hostile texts. */
@ExtendWith(NeedsMilvus.class)
class MilvusSearchTest {
    private static final List<String> PIECES =
            List.of(
                    "\"", "\\", "'", "]", "[", ")", "(", " or ", " and ", "id", " != ", " in ", "%",
                    "_", "{", "}", "$meta", "\n", "\t", "\u0001", "\u007f", "é", "日本", "🎬", "=",
                    ",", "\\u0022", "\\x22", "x", "not ", "true", "null", "`", ";", "--", "||");

    private final MilvusOptions options = NeedsMilvus.options();
    private final Random random = new Random(5);

    @AfterEach
    void clear() {
        NeedsMilvus.clear(options);
    }

    private VectorIndex filled(MilvusOptions with, List<IndexedItem> items) {
        try (MilvusIndexes indexes = MilvusIndexes.connect(with)) {
            VectorIndex index = indexes.create("v1", Items.DIMENSION);
            index.put(items);
            index.commit();
            return index;
        }
    }

    private static void assertSameAnswer(
            VectorIndex index, VectorIndex exact, SearchRequest request) {
        assertThat(index.search(request))
                .as("%s", request.filter())
                .isEqualTo(exact.search(request));
    }

    @Test
    void findsThroughHostileTextsWhatAnExactIndexFinds() {
        List<String> texts = IntStream.range(0, 120).mapToObj(_ -> hostile()).distinct().toList();
        List<IndexedItem> items = texts.stream().map(this::hostileItem).toList();
        try (VectorIndex index = filled(options, items);
                VectorIndex exact = Items.exact(items)) {
            for (int round = 0; round < 60; round++) {
                SearchRequest request =
                        SearchRequest.nearest(Items.vector(random), 200).where(anyFilter(texts));
                assertSameAnswer(index, exact, request);
            }
        }
    }

    private String hostile() {
        return IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(_ -> PIECES.get(random.nextInt(PIECES.size())))
                .collect(Collectors.joining());
    }

    private IndexedItem hostileItem(String text) {
        return new IndexedItem(
                text,
                Items.vector(random),
                Map.of(
                        "kind",
                        FieldValue.Keywords.of(text, "both"),
                        "n " + text,
                        new FieldValue.Numeric(random.nextInt(5))));
    }

    private Filter anyFilter(List<String> texts) {
        String stored = texts.get(random.nextInt(texts.size()));
        String text = random.nextInt(3) == 0 ? hostile() : stored;
        return switch (random.nextInt(5)) {
            case 0 -> new Filter.HasAnyOf("kind", Set.of(text));
            case 1 -> new Filter.IdIn(new HashSet<>(List.of(text, stored)));
            case 2 -> new Filter.IdNotIn(Set.of(text));
            case 3 -> Filter.Between.closed("n " + text, 1, 3);
            default ->
                    Filter.All.of(
                            new Filter.HasAnyOf("kind", Set.of(text, "both")),
                            Filter.Between.atLeast("n " + stored, 0));
        };
    }

    @Test
    void hidesMoreItemsThanTheServerGivesAtOnce() {
        List<IndexedItem> items = Items.falling(18_000);
        Set<String> seen =
                IntStream.range(0, 17_000).mapToObj(n -> "item-" + n).collect(Collectors.toSet());
        try (VectorIndex index = filled(options, items)) {
            List<Hit> hits =
                    index.search(
                            SearchRequest.nearest(Items.constant(1), 3)
                                    .where(new Filter.IdNotIn(seen)));
            assertThat(hits)
                    .extracting(Hit::id)
                    .containsExactly("item-17000", "item-17001", "item-17002");
        }
    }

    @Test
    void givesMoreItemsThanTheServerGivesAtOnce() {
        List<IndexedItem> items = Items.falling(17_500);
        try (VectorIndex index = filled(options, items)) {
            List<Hit> hits = index.search(SearchRequest.nearest(Items.constant(1), 17_000));
            assertThat(hits)
                    .extracting(Hit::id)
                    .isEqualTo(IntStream.range(0, 17_000).mapToObj(n -> "item-" + n).toList());
        }
    }

    @Test
    void findsNearlyAllOfTheBestByEveryIndexTypeOfTheServer() {
        List<IndexedItem> items = Items.some(12_000, 7);
        try (VectorIndex exact = Items.exact(items)) {
            for (MilvusIndexType type :
                    List.of(
                            MilvusIndexType.HNSW,
                            MilvusIndexType.IVF_FLAT,
                            MilvusIndexType.AUTOINDEX)) {
                MilvusOptions with = options.with(CollectionLayout.usual().with(type));
                try (VectorIndex index = filled(with, items)) {
                    assertThat(recall(index, exact)).as("%s", type).isGreaterThan(0.8);
                    assertNarrowFiltersAreWhole(index, exact);
                }
            }
        }
    }

    private double recall(VectorIndex index, VectorIndex exact) {
        int found = 0;
        for (int query = 0; query < 30; query++) {
            SearchRequest request = SearchRequest.nearest(Items.vector(random), 10);
            found +=
                    (int)
                            index.search(request).stream()
                                    .filter(new HashSet<>(exact.search(request))::contains)
                                    .count();
        }
        return found / 300.0;
    }

    private void assertNarrowFiltersAreWhole(VectorIndex index, VectorIndex exact) {
        Filter narrow =
                Filter.All.of(
                        Filter.Between.closed("year", 1955, 1955),
                        new Filter.HasAnyOf("country", Set.of("land 0")));
        SearchRequest request = SearchRequest.nearest(Items.vector(random), 300).where(narrow);
        assertThat(index.search(request)).hasSameSizeAs(exact.search(request));
    }

    @Test
    void searchesOnlyThePartitionsThatAKeyNames() {
        CollectionLayout layout =
                new CollectionLayout(
                        MilvusIndexType.FLAT, Map.of(), Map.of(), 2, 1, Optional.of("country"));
        List<IndexedItem> items = Items.some(500, 9);
        try (VectorIndex index = filled(options.with(layout), items);
                VectorIndex exact = Items.exact(items)) {
            Filter one = new Filter.HasAnyOf("country", Set.of("land 3"));
            SearchRequest request = SearchRequest.nearest(Items.vector(random), 20);
            assertSameAnswer(index, exact, request.where(one));
            assertSameAnswer(index, exact, request);
            IndexedItem both =
                    new IndexedItem(
                            "both",
                            Items.vector(random),
                            Map.of("country", FieldValue.Keywords.of("a", "b")));
            index.put(List.of(both));
            assertThatExceptionOfType(IndexException.class)
                    .isThrownBy(index::commit)
                    .withMessage(
                            "item 'both' has 2 keywords in the partition key 'country', expected at most one");
        }
    }

    @Test
    void takesNumericFieldsThatCameLater() {
        List<IndexedItem> items = new ArrayList<>(Items.some(50, 3));
        try (VectorIndex index = filled(options, items)) {
            IndexedItem later =
                    new IndexedItem(
                            "later",
                            Items.vector(random),
                            Map.of("minutes [x]", new FieldValue.Numeric(93.5)));
            index.put(List.of(later));
            index.commit();
            Filter filter = Filter.Between.closed("minutes [x]", 93.5, 94);
            assertThat(index.search(SearchRequest.nearest(Items.vector(random), 5).where(filter)))
                    .extracting(Hit::id)
                    .containsExactly("later");
        }
    }

    @Test
    void aVectorOfZerosFindsTheFirstIds() {
        List<IndexedItem> items = Items.some(300, 3);
        try (VectorIndex index = filled(options, items);
                VectorIndex exact = Items.exact(items)) {
            assertSameAnswer(index, exact, SearchRequest.nearest(Items.constant(0), 12));
        }
    }
}
