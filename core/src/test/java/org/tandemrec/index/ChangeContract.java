package org.tandemrec.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every engine must do when items are put and removed. */
abstract class ChangeContract extends FilterContract {
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
}
