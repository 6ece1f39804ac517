package org.tandemrec.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * The place where the index of a contract's test lies, and what its tests ask of it: each test
 * starts at an empty place. Small sets must be answered exactly, larger ones nearly so.
 */
abstract class IndexFixture {
    static final String VERSION = "7f3a";

    static final int DIMENSION = 16;

    final SampleItems sample = new SampleItems(3, DIMENSION);

    /** An empty index at the test's place; its first commit replaces what is there. */
    protected abstract VectorIndex create(String version, int dimension);

    /** The index that was committed at the test's place; fails as {@link Indexes#open} does. */
    protected abstract VectorIndex open(String version, int dimension);

    VectorIndex filled(List<IndexedItem> items) {
        VectorIndex index = create(VERSION, DIMENSION);
        index.put(items);
        index.commit();
        return index;
    }

    static void assertAnswersExactly(
            VectorIndex index, List<IndexedItem> items, SearchRequest request) {
        assertThat(index.search(request)).isEqualTo(BruteForce.search(items, request));
    }

    static void assertFails(IndexException.Kind kind, ThrowingCallable call, String... parts) {
        assertThatExceptionOfType(IndexException.class)
                .isThrownBy(call)
                .satisfies(failure -> assertThat(failure.kind()).isEqualTo(kind))
                .satisfies(failure -> assertThat(failure.getMessage()).contains(parts));
    }

    static Set<String> ids(List<IndexedItem> items) {
        return items.stream().map(IndexedItem::id).collect(Collectors.toSet());
    }
}
