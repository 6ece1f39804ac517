package org.tandemrec.milvus;

import io.milvus.v2.client.MilvusClientV2;
import io.milvus.v2.common.IndexBuildState;
import io.milvus.v2.common.IndexParam;
import io.milvus.v2.service.collection.request.GetLoadStateReq;
import io.milvus.v2.service.collection.request.LoadCollectionReq;
import io.milvus.v2.service.collection.request.ReleaseCollectionReq;
import io.milvus.v2.service.index.request.CreateIndexReq;
import io.milvus.v2.service.index.request.DescribeIndexReq;
import io.milvus.v2.service.index.request.DropIndexReq;
import io.milvus.v2.service.index.response.DescribeIndexResp;
import io.milvus.v2.service.utility.request.FlushReq;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.tandemrec.index.Deadline;
import org.tandemrec.index.IndexException;

/**
 * Brings a collection from written rows to one that can be searched: sealed, indexed, in memory. No
 * step waits longer than the load deadline.
 */
final class CollectionLoading {
    /** Rows below which the server compares every vector anyhow, so that sealing gains nothing. */
    private static final int SEAL_FROM = 10_000;

    private final MilvusConnection connection;
    private final String collection;

    CollectionLoading(MilvusConnection connection, String collection) {
        this.connection = connection;
        this.collection = collection;
    }

    /** Seals, indexes and loads so many rows; the index type is chosen by their number. */
    void finish(long rows) {
        MilvusIndexType type = connection.options().layout().indexType().forCount(rows);
        if (rows >= SEAL_FROM) {
            flush();
        }
        createIndex(type, rows);
        if (rows >= SEAL_FROM) {
            until("building the index", this::isIndexed);
        }
        load(connection.options().deadlines().load());
    }

    /** Brings an indexed collection into memory, or waits until it is there. */
    void load(Duration allowed) {
        if (!isLoaded()) {
            loadAgain(allowed);
        }
    }

    /** Has the server look after a collection that should be in memory, and waits for it. */
    void loadAgain(Duration allowed) {
        run(
                "loading a collection",
                client ->
                        client.loadCollection(
                                LoadCollectionReq.builder()
                                        .collectionName(collection)
                                        .numReplicas(connection.options().layout().replicas())
                                        .sync(false)
                                        .build()));
        until("loading a collection", this::isLoaded, allowed);
    }

    /** Takes a collection out of memory, and its index away, so that it can be made anew. */
    void undo() {
        run(
                "releasing a collection",
                client ->
                        client.releaseCollection(
                                ReleaseCollectionReq.builder().collectionName(collection).build()));
        run(
                "dropping an index",
                client ->
                        client.dropIndex(
                                DropIndexReq.builder()
                                        .collectionName(collection)
                                        .fieldName(Columns.VECTOR)
                                        .indexName(Columns.VECTOR)
                                        .build()));
    }

    /** How the collection finds near vectors; absent before it is indexed. */
    Optional<MilvusIndexType> indexType() {
        try {
            return describeIndex().getIndexDescriptions().stream()
                    .filter(index -> index.getFieldName().equals(Columns.VECTOR))
                    .findFirst()
                    .map(index -> MilvusIndexType.of(index.getIndexType()));
        } catch (IndexException failure) {
            if (MilvusFailure.isWithoutIndex(failure)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private void flush() {
        until("sealing a collection", this::isFlushed);
    }

    // A long flush outlives one call's deadline; asking again joins it.
    private boolean isFlushed() {
        FlushReq request = FlushReq.builder().collectionNames(List.of(collection)).build();
        try {
            run("sealing a collection", client -> client.flush(request));
            return true;
        } catch (IndexException late) {
            if (late.kind() == IndexException.Kind.TIMEOUT) {
                return false;
            }
            throw late;
        }
    }

    void createIndex(MilvusIndexType type, long rows) {
        IndexParam index =
                IndexParam.builder()
                        .fieldName(Columns.VECTOR)
                        .indexName(Columns.VECTOR)
                        .indexType(type.type())
                        .metricType(IndexParam.MetricType.IP)
                        .extraParams(connection.options().layout().buildParameters(type, rows))
                        .build();
        run(
                "creating an index",
                client ->
                        client.createIndex(
                                CreateIndexReq.builder()
                                        .collectionName(collection)
                                        .indexParams(List.of(index))
                                        .sync(false)
                                        .build()));
    }

    private void run(String doing, Consumer<MilvusClientV2> change) {
        connection.ask(
                doing,
                client -> {
                    change.accept(client);
                    return true;
                });
    }

    private DescribeIndexResp describeIndex() {
        return connection.ask(
                "describing an index",
                client ->
                        client.describeIndex(
                                DescribeIndexReq.builder()
                                        .collectionName(collection)
                                        .indexName(Columns.VECTOR)
                                        .build()));
    }

    private boolean isIndexed() {
        DescribeIndexResp.IndexDesc index = describeIndex().getIndexDescByIndexName(Columns.VECTOR);
        if (index.getIndexState() == IndexBuildState.Failed) {
            throw new IndexException(
                    IndexException.Kind.UNAVAILABLE,
                    "Milvus could not build the index: %s; choose another 'index-type' or other 'build-parameters'"
                            .formatted(index.getIndexFailedReason()));
        }
        return index.getIndexState() == IndexBuildState.Finished
                && index.getPendingIndexRows() == 0;
    }

    private boolean isLoaded() {
        return connection.ask(
                "loading a collection",
                client ->
                        client.getLoadState(
                                GetLoadStateReq.builder().collectionName(collection).build()));
    }

    private void until(String doing, BooleanSupplier done) {
        until(doing, done, connection.options().deadlines().load());
    }

    private void until(String doing, BooleanSupplier done, Duration allowed) {
        Deadline deadline = Deadline.in(allowed);
        while (!done.getAsBoolean()) {
            if (deadline.remaining().isZero()) {
                throw MilvusFailure.tooSlow(connection.options(), doing, allowed);
            }
            connection.rest();
        }
    }
}
