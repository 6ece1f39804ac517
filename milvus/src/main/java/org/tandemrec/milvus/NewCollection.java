package org.tandemrec.milvus;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.tandemrec.index.IndexedItem;

/**
 * A collection that is being filled and that nobody searches yet. It is made when its first items
 * come, because their fields decide on its columns.
 */
final class NewCollection {
    private static final int LONGEST_VERSION = 40;

    private final MilvusConnection connection;
    private final MilvusCollections collections;
    private final String version;
    private final int dimension;
    private final Set<String> ids = new HashSet<>();
    private final LoadSample sample = new LoadSample();
    private Optional<CollectionCard> card = Optional.empty();
    private boolean resumed;
    private boolean aside;

    NewCollection(MilvusConnection connection, String version, int dimension) {
        this.connection = connection;
        this.collections = new MilvusCollections(connection);
        this.version = version;
        this.dimension = dimension;
    }

    /** A collection whose filling was cut off: items that it already has are not sent again. */
    static NewCollection resume(MilvusConnection connection, CollectionCard unfinished) {
        NewCollection collection =
                new NewCollection(connection, unfinished.version(), unfinished.dimension());
        collection.card = Optional.of(unfinished);
        collection.resumed = true;
        CollectionLoading loading = new CollectionLoading(connection, unfinished.collection());
        if (loading.indexType().isEmpty()) {
            loading.createIndex(MilvusIndexType.FLAT, 0);
        }
        loading.load(connection.options().deadlines().load());
        return collection;
    }

    /** A collection that does not become the active one when it is whole. */
    static NewCollection aside(MilvusConnection connection, String version, int dimension) {
        NewCollection collection = new NewCollection(connection, version, dimension);
        collection.aside = true;
        return collection;
    }

    void put(List<IndexedItem> items) {
        CollectionRows rows = new CollectionRows(connection, cardFor(items));
        rows.put(resumed ? missing(items) : items, ids::contains);
        items.forEach(
                item -> {
                    ids.add(item.id());
                    sample.put(item);
                });
    }

    private List<IndexedItem> missing(List<IndexedItem> items) {
        Set<String> present =
                new CollectionRows(connection, card.orElseThrow())
                        .present(items.stream().map(IndexedItem::id).toList());
        return items.stream().filter(item -> !present.contains(item.id())).toList();
    }

    void remove(Collection<String> removed) {
        card.ifPresent(made -> new CollectionRows(connection, made).remove(removed));
        removed.forEach(
                id -> {
                    ids.remove(id);
                    sample.remove(id);
                });
    }

    private CollectionCard cardFor(List<IndexedItem> items) {
        if (card.isEmpty()) {
            CollectionLayout layout = connection.options().layout();
            CollectionCard made =
                    new CollectionCard(
                            newName(),
                            connection.options().name(),
                            version,
                            dimension,
                            Columns.of(items, layout.partitionKey()));
            collections.create(made, layout);
            card = Optional.of(made);
        }
        return card.orElseThrow();
    }

    private String newName() {
        String readable = version.replaceAll("[^A-Za-z0-9]", "_");
        String unique = UUID.randomUUID().toString().substring(0, 8);
        return "%s_%s_%s"
                .formatted(
                        connection.options().name(),
                        readable.substring(0, Math.min(readable.length(), LONGEST_VERSION)),
                        unique);
    }

    /** Indexes, loads, counts and checks the collection, and makes it the active one, if it may. */
    CollectionCard finish() {
        CollectionCard made = cardFor(List.of());
        CollectionLoading loading = new CollectionLoading(connection, made.collection());
        if (resumed) {
            loading.undo();
        }
        loading.finish(ids.size());
        LoadCheck check = new LoadCheck(made, connection.options().deadlines().call());
        check.count(new CollectionRows(connection, made).count(), ids.size());
        MilvusIndexType type = connection.options().layout().indexType().forCount(ids.size());
        check.answers(sample, new CollectionSearch(connection, made, type));
        collections.markComplete(made);
        if (!aside) {
            collections.activate(made);
        }
        return made;
    }

    /** Leaves nothing behind. */
    void abandon() {
        card.ifPresent(made -> collections.drop(made.collection()));
    }
}
