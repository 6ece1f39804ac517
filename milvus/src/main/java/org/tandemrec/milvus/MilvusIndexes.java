package org.tandemrec.milvus;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        return fill(new NewCollection(connection, version, dimension), version, dimension);
    }

    /**
     * An empty index beside the active one, which stays active: to be judged before it is {@link
     * #activate}d, or dropped.
     *
     * @param version the id of the bundle that makes the vectors
     * @param dimension the components of its vectors
     */
    public VectorIndex createAside(String version, int dimension) {
        return fill(NewCollection.aside(connection, version, dimension), version, dimension);
    }

    private VectorIndex fill(NewCollection collection, String version, int dimension) {
        return MilvusIndex.fill(connection.share(), collection, version, dimension);
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

    /**
     * Goes on filling a new index where an earlier one was cut off: items that are already there
     * are not sent again. The caller puts all items once more and commits; where nothing was cut
     * off, this is {@link #create}.
     */
    public VectorIndex resume(String version, int dimension) {
        Optional<CollectionCard> unfinished =
                collections.all().stream()
                        .filter(found -> !found.complete())
                        .map(StoredCollection::card)
                        .filter(card -> card.version().equals(version))
                        .filter(card -> card.dimension() == dimension)
                        .reduce((_, newest) -> newest);
        if (unfinished.isEmpty()) {
            return create(version, dimension);
        }
        return fill(NewCollection.resume(connection, unfinished.get()), version, dimension);
    }

    /** The id of the bundle whose index is the active one. */
    public Optional<String> activeVersion() {
        return collections.active().map(found -> found.card().version());
    }

    /**
     * Makes the index of a version the active one, in one step; programs that search another go on
     * undisturbed. For rolling back as well as forward.
     *
     * @throws IndexException where the version has no complete index on the server
     */
    public void activate(String version) {
        CollectionCard card =
                collections
                        .complete(version)
                        .map(StoredCollection::card)
                        .orElseThrow(
                                () ->
                                        new IndexException(
                                                IndexException.Kind.MISSING,
                                                "bundle %s has no complete index '%s' on Milvus at %s; run 'tandem index'"
                                                        .formatted(
                                                                version,
                                                                connection.options().name(),
                                                                connection.options().server())));
        new CollectionLoading(connection, card.collection())
                .load(connection.options().deadlines().load());
        collections.activate(card);
    }

    /** What lies on the server under the name of the options, oldest first. */
    public List<MilvusCollection> list() {
        Optional<String> active = collections.active().map(found -> found.card().collection());
        List<StoredCollection> stored = collections.all();
        return stored.stream().map(found -> MilvusCollection.of(found, active, stored)).toList();
    }

    /**
     * Removes a collection, whatever its state; whoever searches it is told so.
     *
     * @param collection a name that {@link #list} gave
     */
    public void drop(String collection) {
        boolean known =
                collections
                        .describe(collection)
                        .filter(found -> found.card().name().equals(connection.options().name()))
                        .isPresent();
        if (!known) {
            throw new IndexException(
                    IndexException.Kind.MISSING,
                    "Milvus at %s has no collection '%s' of index '%s'; list them first"
                            .formatted(
                                    connection.options().server(),
                                    collection,
                                    connection.options().name()));
        }
        collections.drop(collection);
    }

    /**
     * Removes what no version needs any more: complete collections that a newer one of the same
     * version replaced or whose version is not kept, and half-filled ones, if they are old enough
     * not to be in use. The active collection always stays.
     *
     * @param kept ids of the bundles whose indexes stay
     * @param madeBefore when a collection must have been made to be old enough, by the server's
     *     clock
     * @return those that were removed
     */
    public List<MilvusCollection> prune(Set<String> kept, Instant madeBefore) {
        List<MilvusCollection> unneeded =
                list().stream()
                        .filter(found -> found.isUnneeded(kept))
                        .filter(found -> !found.created().isAfter(madeBefore))
                        .toList();
        unneeded.forEach(found -> collections.drop(found.collection()));
        return unneeded;
    }

    @Override
    public void close() {
        connection.close();
    }
}
