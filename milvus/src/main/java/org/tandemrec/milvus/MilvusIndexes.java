package org.tandemrec.milvus;

import org.tandemrec.index.Expectations;
import org.tandemrec.index.IndexException;
import org.tandemrec.index.VectorIndex;

/**
 * Makes, opens and looks after the indexes on a Milvus server. The indexes it gives stay usable
 * after it is closed; each is closed by its holder. Safe for any number of threads.
 */
public final class MilvusIndexes implements AutoCloseable {
    private final MilvusConnection connection;
    private final MilvusCollections collections;

    private MilvusIndexes(MilvusConnection connection) {
        this.connection = connection;
        this.collections = new MilvusCollections(connection);
    }

    /**
     * The indexes on the server of the options.
     *
     * @throws IndexException where the server cannot be reached, refuses Tandem, or does not have
     *     the database
     */
    public static MilvusIndexes connect(MilvusOptions options) {
        return new MilvusIndexes(MilvusConnection.open(options));
    }

    /**
     * An empty index, whose first commit counts it, checks it and makes it the active one; until
     * then the active one stays as it was and can be opened and searched.
     *
     * @param version the id of the bundle that makes the vectors
     * @param dimension the components of its vectors
     */
    public VectorIndex create(String version, int dimension) {
        return MilvusIndex.fill(
                connection.share(),
                new NewCollection(connection, version, dimension),
                version,
                dimension);
    }

    /**
     * The index of a version, the active one or another complete one.
     *
     * @throws IndexException if there is none, or if its dimension is another
     */
    public VectorIndex open(String version, int dimension) {
        CollectionCard card = card(version);
        Expectations.check(card.version(), card.dimension(), version, dimension);
        MilvusConnection shared = connection.share();
        try {
            return MilvusIndex.open(shared, card);
        } catch (IndexException failure) {
            shared.close();
            throw failure;
        }
    }

    private CollectionCard card(String version) {
        return collections
                .complete(version)
                .or(collections::active)
                .map(StoredCollection::card)
                .orElseThrow(
                        () ->
                                new IndexException(
                                        IndexException.Kind.MISSING,
                                        "no index '%s' on Milvus at %s; run 'tandem index'"
                                                .formatted(
                                                        connection.options().name(),
                                                        connection.options().server())));
    }

    @Override
    public void close() {
        connection.close();
    }
}
