package org.tandemrec.milvus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.tandemrec.index.Deadline;
import org.tandemrec.index.DenseVector;
import org.tandemrec.index.Expectations;
import org.tandemrec.index.Hit;
import org.tandemrec.index.IndexException;
import org.tandemrec.index.IndexedItem;
import org.tandemrec.index.SearchRequest;
import org.tandemrec.index.VectorIndex;

/**
 * An index on a Milvus server. A new index fills a collection that nobody sees until its first
 * commit, which counts it, checks it and makes it the active one in one step. Later changes are
 * gathered here and sent at the commit; where that fails half-way, the commit can be repeated, and
 * until then part of them may show. It searches the collection it opened, wherever the alias moves.
 * Safe for any number of threads.
 */
final class MilvusIndex implements VectorIndex {
    static final String KIND = "milvus";

    private final MilvusConnection connection;
    private final MilvusCollections collections;
    private final String version;
    private final int dimension;
    private final TreeMap<String, Optional<IndexedItem>> changes = new TreeMap<>();
    private volatile Optional<NewCollection> filling;
    private volatile Optional<OpenCollection> open;
    private volatile boolean closed;

    private MilvusIndex(
            MilvusConnection connection,
            String version,
            int dimension,
            Optional<NewCollection> filling,
            Optional<OpenCollection> open) {
        this.connection = connection;
        this.collections = new MilvusCollections(connection);
        this.version = version;
        this.dimension = dimension;
        this.filling = filling;
        this.open = open;
    }

    /** An empty index, whose first commit makes it the active one. Closes its connection. */
    static MilvusIndex fill(
            MilvusConnection connection, NewCollection collection, String version, int dimension) {
        return new MilvusIndex(
                connection, version, dimension, Optional.of(collection), Optional.empty());
    }

    /** The index in a collection. Closes its connection. */
    static MilvusIndex open(MilvusConnection connection, CollectionCard card) {
        return new MilvusIndex(
                connection,
                card.version(),
                card.dimension(),
                Optional.empty(),
                Optional.of(OpenCollection.load(connection, card)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public long count() {
        Expectations.checkOpen(closed);
        return open.map(OpenCollection::count).orElse(0L);
    }

    /** What the vectors and the index over them take in the server's memory, computed. */
    @Override
    public long bytes() {
        Expectations.checkOpen(closed);
        return open.map(OpenCollection::bytes).orElse(0L);
    }

    @Override
    public synchronized void put(List<IndexedItem> items) {
        Expectations.checkOpen(closed);
        Expectations.checkItems(items, dimension);
        if (filling.isPresent()) {
            filling.get().put(items);
        } else {
            items.forEach(item -> changes.put(item.id(), Optional.of(item)));
        }
    }

    @Override
    public synchronized void remove(Collection<String> ids) {
        Expectations.checkOpen(closed);
        if (filling.isPresent()) {
            filling.get().remove(ids);
        } else {
            ids.forEach(id -> changes.put(id, Optional.empty()));
        }
    }

    @Override
    public synchronized void commit() {
        Expectations.checkOpen(closed);
        if (filling.isPresent()) {
            open = Optional.of(OpenCollection.load(connection, filling.get().finish()));
            filling = Optional.empty();
            return;
        }
        OpenCollection target = open.orElseThrow();
        List<IndexedItem> put = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        changes.forEach((id, item) -> item.ifPresentOrElse(put::add, () -> removed.add(id)));
        target.change(put, removed);
        changes.clear();
    }

    @Override
    public List<Hit> search(SearchRequest request) {
        Deadline deadline = Deadline.in(request.deadline());
        Expectations.checkOpen(closed);
        Expectations.checkQuery(request, dimension);
        if (open.isEmpty()) {
            return List.of();
        }
        return answer(deadline, target -> target.search(request, deadline));
    }

    @Override
    public Optional<DenseVector> vectorOf(String id) {
        Expectations.checkOpen(closed);
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Deadline deadline = Deadline.in(connection.options().deadlines().call());
        return answer(deadline, target -> target.vectorOf(id, deadline));
    }

    private <T> T answer(Deadline deadline, Function<OpenCollection, T> question) {
        while (true) {
            OpenCollection target = open.orElseThrow();
            try {
                return question.apply(target);
            } catch (IndexException failure) {
                recover(target, failure, deadline.remaining());
            }
        }
    }

    /** Does what makes another attempt worth while, or fails. */
    private void recover(OpenCollection target, IndexException failure, Duration left) {
        if (left.isZero()) {
            throw failure;
        }
        if (MilvusFailure.isNotLoaded(failure)) {
            target.loadAgain(left);
            connection.rest();
        } else if (MilvusFailure.isPassing(failure)) {
            connection.rest();
        } else if (failure.kind() == IndexException.Kind.MISSING) {
            succeed(target, failure);
        } else {
            throw failure;
        }
    }

    /** Turns to the collection that took the place of one that was dropped, of the same version. */
    private synchronized void succeed(OpenCollection dropped, IndexException failure) {
        if (open.orElseThrow() != dropped) {
            return;
        }
        CollectionCard card =
                collections
                        .complete(version)
                        .map(StoredCollection::card)
                        .filter(found -> found.dimension() == dimension)
                        .orElseThrow(() -> failure);
        open = Optional.of(OpenCollection.load(connection, card));
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        changes.clear();
        try (connection) {
            filling.ifPresent(NewCollection::abandon);
        } catch (IndexException _) {
            // Nothing can be tidied up on a server that is away; 'tandem index --list' shows what
            // is left.
        }
    }
}
