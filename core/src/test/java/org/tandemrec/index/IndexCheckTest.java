package org.tandemrec.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IndexCheckTest {
    private final SampleItems sample = new SampleItems(8, 8);
    private final List<IndexedItem> items = sample.items(100);
    private final List<DenseVector> queries = Stream.generate(sample::vector).limit(50).toList();

    private static VectorIndex exact(List<IndexedItem> items) {
        VectorIndex index = ExactIndex.inMemory("7f3a", 8);
        index.put(items);
        index.commit();
        return index;
    }

    @Test
    void anIndexOfTheSameItemsThatIsRightHasFullRecall() {
        try (VectorIndex index = exact(items)) {
            IndexCheck check = IndexCheck.of(index, index, queries);
            assertThat(check.index()).isEqualTo("exact");
            assertThat(check.recallAt10()).isEqualTo(1);
            assertThat(check.p50Micros()).isPositive().isLessThanOrEqualTo(check.p99Micros());
            assertThat(check.bytes()).isEqualTo(index.bytes());
        }
    }

    @Test
    void recallIsThePartOfTheTrueTenThatWasFound() {
        DenseVector query = queries.getFirst();
        try (VectorIndex whole = exact(items)) {
            List<String> best =
                    whole.search(SearchRequest.nearest(query, 3)).stream().map(Hit::id).toList();
            List<IndexedItem> without =
                    items.stream().filter(item -> !best.contains(item.id())).toList();
            try (VectorIndex lacking = exact(without)) {
                IndexCheck check = IndexCheck.of(lacking, whole, List.of(query));
                assertThat(check.recallAt10()).isEqualTo(0.7);
            }
        }
    }

    @Test
    void recallOfAFewItemsIsThePartOfAllOfThem() {
        try (VectorIndex four = exact(items.subList(0, 4));
                VectorIndex three = exact(items.subList(0, 3));
                VectorIndex none = exact(List.of())) {
            assertThat(IndexCheck.of(three, four, queries).recallAt10()).isEqualTo(0.75);
            assertThat(IndexCheck.of(none, none, queries).recallAt10()).isEqualTo(1);
        }
    }

    @Test
    void refusesToCheckWithoutQueries() {
        try (VectorIndex index = exact(items)) {
            assertThatExceptionOfType(IndexException.class)
                    .isThrownBy(() -> IndexCheck.of(index, index, List.of()))
                    .withMessage("no query vectors to check the index with");
        }
    }

    @Test
    void isJsonWithTheNamesThatScriptsRelyOn() {
        JsonNode json = new ObjectMapper().valueToTree(new IndexCheck("exact", 1, 50, 90, 1024));
        assertThat(json)
                .isEqualTo(
                        new ObjectMapper()
                                .createObjectNode()
                                .put("index", "exact")
                                .put("recall@10", 1.0)
                                .put("p50Micros", 50.0)
                                .put("p99Micros", 90.0)
                                .put("bytes", 1024L));
    }
}
