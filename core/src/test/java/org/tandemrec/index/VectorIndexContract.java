package org.tandemrec.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every engine must do: when it is asked, under a filter, when items change, and, in this
 * class, when it is closed and opened again. An engine's test extends it and says how an index is
 * made and opened. Nothing is asked between a put and its {@link VectorIndex#commit}, so that an
 * index across a network can keep the contract.
 */
public abstract class VectorIndexContract extends ChangeContract {
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
