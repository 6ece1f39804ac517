package org.tandemrec.index;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Items by their vectors: finds those of the highest inner product with a query, among those that
 * pass a filter.
 *
 * <p>What is put or removed is promised to be durable, visible and counted after {@link #commit},
 * and not before; whether a search sees it earlier is the engine's affair. Closing without a commit
 * abandons it. Any number of threads may search while one puts, removes and commits. Every failure
 * is an {@link IndexException}.
 */
public interface VectorIndex extends AutoCloseable {
    /** {@code exact}, {@code lucene}: the name of the engine. */
    String kind();

    /** The id of the bundle that made the vectors. */
    String version();

    /** The components of every vector in the index, and of every query. */
    int dimension();

    /** Items in the index. */
    long count();

    /** Bytes that the index takes, on disk where it lies there. */
    long bytes();

    /**
     * Adds items, or replaces those whose ids are in the index; of two with one id the later stays.
     */
    void put(List<IndexedItem> items);

    /** Removes items; unknown ids are harmless. */
    void remove(Collection<String> ids);

    /** Makes durable and visible what was put and removed: all of it, or, on failure, nothing. */
    void commit();

    /**
     * The best items under the filter, highest score first, ties by id; k of them where k exist.
     * Never part of an answer: a search that does not end before its deadline fails.
     */
    List<Hit> search(SearchRequest request);

    /** The vector of an item, if it is in the index. */
    Optional<DenseVector> vectorOf(String id);

    /** Frees the index; any later call fails. */
    @Override
    void close();
}
