package org.tandemrec.milvus;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tandemrec.index.Deadline;
import org.tandemrec.index.DenseVector;
import org.tandemrec.index.Hit;
import org.tandemrec.index.IndexException;
import org.tandemrec.index.IndexedItem;
import org.tandemrec.index.SearchRequest;

/** A complete collection in the server's memory, ready to be searched and changed. */
final class OpenCollection {
    private final CollectionLoading loading;
    private final CollectionRows rows;
    private final CollectionScan scan;
    private final CollectionSearch search;
    private final CollectionCard card;
    private final MilvusIndexType type;

    private OpenCollection(MilvusConnection connection, CollectionCard card, MilvusIndexType type) {
        this.card = card;
        this.type = type;
        this.loading = new CollectionLoading(connection, card.collection());
        this.rows = new CollectionRows(connection, card);
        this.scan = new CollectionScan(connection, card);
        this.search = new CollectionSearch(connection, card, type);
    }

    /** Opens a collection, bringing it into memory where it is not. */
    static OpenCollection load(MilvusConnection connection, CollectionCard card) {
        CollectionLoading loading = new CollectionLoading(connection, card.collection());
        MilvusIndexType type =
                loading.indexType()
                        .orElseThrow(
                                () ->
                                        new IndexException(
                                                IndexException.Kind.CORRUPT,
                                                "collection %s has lost its index; run 'tandem index'"
                                                        .formatted(card.collection())));
        loading.load(connection.options().deadlines().load());
        return new OpenCollection(connection, card, type);
    }

    /** Brings the collection back into memory, as after a restart of the server. */
    void loadAgain(Duration allowed) {
        loading.loadAgain(allowed);
    }

    long count() {
        return rows.count();
    }

    long bytes() {
        return MilvusSizing.memoryBytes(type, count(), card.dimension());
    }

    /** Writes and removes; afterwards every search sees it. */
    void change(List<IndexedItem> put, List<String> removed) {
        rows.put(put, _ -> true);
        rows.remove(removed);
        // The server answers this only when it has taken in all that was written before.
        rows.count();
    }

    List<Hit> search(SearchRequest request, Deadline deadline) {
        return search.search(request, deadline);
    }

    Optional<DenseVector> vectorOf(String id, Deadline deadline) {
        return Optional.ofNullable(scan.vectors(List.of(id), deadline).get(id));
    }
}
