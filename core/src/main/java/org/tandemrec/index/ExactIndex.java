package org.tandemrec.index;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An index that compares the query with every item, and so is always right. All of it is in memory;
 * each commit replaces the file whole. Good up to tens of thousands of items, and what other
 * indexes are judged by.
 *
 * <p>Searches read one immutable snapshot; puts are gathered and become a new snapshot at the
 * commit. An open index shows what was committed when it was opened and what it has committed
 * itself, not what another process committed since.
 */
public final class ExactIndex implements VectorIndex {
    private final ExactStore store;
    private final TreeMap<String, Optional<IndexedItem>> changes = new TreeMap<>();
    private volatile ExactSnapshot snapshot;
    private volatile boolean closed;

    private ExactIndex(ExactStore store, ExactSnapshot snapshot) {
        this.store = store;
        this.snapshot = snapshot;
    }

    /** An empty index that lives in memory alone. */
    public static ExactIndex inMemory(String version, int dimension) {
        return new ExactIndex(new ExactStore.Memory(), ExactSnapshot.empty(version, dimension));
    }

    /** An empty index whose first commit replaces whatever index is in the folder. */
    static ExactIndex create(IndexFolder folder, String version, int dimension) {
        folder.create();
        return new ExactIndex(
                new ExactStore.Folder(folder, true), ExactSnapshot.empty(version, dimension));
    }

    /** The index in a folder, of whatever version it is. */
    static ExactIndex open(IndexFolder folder) {
        return new ExactIndex(
                new ExactStore.Folder(folder, false), ExactFile.read(folder.exactFile()));
    }

    @Override
    public String kind() {
        return IndexKind.EXACT.label();
    }

    @Override
    public String version() {
        return snapshot.version();
    }

    @Override
    public int dimension() {
        return snapshot.dimension();
    }

    @Override
    public long count() {
        return current().ids().size();
    }

    @Override
    public long bytes() {
        return store.bytes(current());
    }

    @Override
    public synchronized void put(List<IndexedItem> items) {
        Expectations.checkItems(items, dimension());
        begin();
        items.forEach(item -> changes.put(item.id(), Optional.of(item)));
    }

    @Override
    public synchronized void remove(Collection<String> ids) {
        begin();
        ids.forEach(id -> changes.put(id, Optional.empty()));
    }

    @Override
    public synchronized void commit() {
        begin();
        ExactSnapshot next = snapshot.with(changes);
        store.save(next);
        snapshot = next;
        changes.clear();
        store.end();
    }

    private void begin() {
        snapshot = store.begin(current());
    }

    @Override
    public List<Hit> search(SearchRequest request) {
        Deadline deadline = Deadline.in(request.deadline());
        Expectations.checkQuery(request, dimension());
        return current().search(request, deadline);
    }

    @Override
    public Optional<DenseVector> vectorOf(String id) {
        return current().vectorOf(id);
    }

    @Override
    public synchronized void close() {
        closed = true;
        changes.clear();
        store.end();
    }

    private ExactSnapshot current() {
        Expectations.checkOpen(closed);
        return snapshot;
    }
}
