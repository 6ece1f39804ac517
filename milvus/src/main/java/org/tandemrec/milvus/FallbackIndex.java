package org.tandemrec.milvus;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tandemrec.index.DenseVector;
import org.tandemrec.index.Expectations;
import org.tandemrec.index.Hit;
import org.tandemrec.index.IndexException;
import org.tandemrec.index.IndexedItem;
import org.tandemrec.index.SearchRequest;
import org.tandemrec.index.VectorIndex;

/**
 * An index on a server, with a local one of the same version that answers while the server is away.
 * Which of them answers is what {@link #kind} says. After a failure the server is left in peace for
 * a while before it is asked again. Read only: whoever changes an index changes the server's. Safe
 * for any number of threads.
 */
public final class FallbackIndex implements VectorIndex {
    private final Supplier<VectorIndex> connecting;
    private final VectorIndex local;
    private final Duration pause;
    private final Consumer<IndexException> told;
    private final InstantSource clock;
    private final ReentrantLock opening = new ReentrantLock();
    private volatile Optional<VectorIndex> remote = Optional.empty();
    private volatile long awayUntil = Long.MIN_VALUE;
    private volatile boolean away;

    /**
     * An index that owns the local one, and the remote one once it is opened.
     *
     * @param connecting opens the server's index; tried again after each pause while it fails
     * @param local an index of the same version and dimension
     * @param pause how long the server is left in peace after a failure
     * @param told what kept the server from answering, each time
     */
    public FallbackIndex(
            Supplier<VectorIndex> connecting,
            VectorIndex local,
            Duration pause,
            Consumer<IndexException> told,
            InstantSource clock) {
        this.connecting = connecting;
        this.local = local;
        this.pause = pause;
        this.told = told;
        this.clock = clock;
    }

    /** {@code milvus}, or {@code exact, while milvus is away}. */
    @Override
    public String kind() {
        return away
                ? "%s, while %s is away".formatted(local.kind(), MilvusIndex.KIND)
                : MilvusIndex.KIND;
    }

    @Override
    public String version() {
        return local.version();
    }

    @Override
    public int dimension() {
        return local.dimension();
    }

    @Override
    public long count() {
        return answer(VectorIndex::count);
    }

    @Override
    public long bytes() {
        return answer(VectorIndex::bytes);
    }

    @Override
    public List<Hit> search(SearchRequest request) {
        return answer(index -> index.search(request));
    }

    @Override
    public Optional<DenseVector> vectorOf(String id) {
        return answer(index -> index.vectorOf(id));
    }

    private <T> T answer(Function<VectorIndex, T> question) {
        if (clock.millis() < awayUntil || !reach()) {
            return question.apply(local);
        }
        try {
            T answer = question.apply(remote.orElseThrow());
            away = false;
            return answer;
        } catch (IndexException failure) {
            leaveInPeace(failure);
            return question.apply(local);
        }
    }

    /** Whether the server's index is open; one thread opens it, while the others do without. */
    private boolean reach() {
        if (remote.isPresent()) {
            return true;
        }
        if (!opening.tryLock()) {
            away = true;
            return false;
        }
        try {
            remote = Optional.of(remote.orElseGet(this::connect));
            return true;
        } catch (IndexException failure) {
            leaveInPeace(failure);
            return false;
        } finally {
            opening.unlock();
        }
    }

    private VectorIndex connect() {
        VectorIndex opened = connecting.get();
        try {
            Expectations.check(
                    opened.version(), opened.dimension(), local.version(), local.dimension());
            return opened;
        } catch (IndexException mixed) {
            opened.close();
            throw mixed;
        }
    }

    /** Notes that the server is away; other failures are not its absence, and go on. */
    private void leaveInPeace(IndexException failure) {
        if (!isAway(failure)) {
            throw failure;
        }
        away = true;
        awayUntil = clock.millis() + pause.toMillis();
        told.accept(failure);
    }

    // A wrong version, a wrong width or a bad request is wrong on both sides.
    private static boolean isAway(IndexException failure) {
        return switch (failure.kind()) {
            case UNAVAILABLE, TIMEOUT, MISSING -> true;
            case WRONG_VERSION, WRONG_DIMENSION, INVALID, CORRUPT, STORAGE, BUSY -> false;
        };
    }

    @Override
    public void put(List<IndexedItem> items) {
        throw readOnly();
    }

    @Override
    public void remove(Collection<String> ids) {
        throw readOnly();
    }

    @Override
    public void commit() {
        throw readOnly();
    }

    private static IndexException readOnly() {
        return new IndexException(
                IndexException.Kind.INVALID,
                "an index with a fallback is only for reading; change the one on the server");
    }

    @Override
    public void close() {
        try (local) {
            remote.ifPresent(VectorIndex::close);
        }
    }
}
