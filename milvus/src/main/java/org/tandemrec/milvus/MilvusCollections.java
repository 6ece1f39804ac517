package org.tandemrec.milvus;

import io.milvus.v2.client.MilvusClientV2;
import io.milvus.v2.common.DataType;
import io.milvus.v2.service.collection.request.AddFieldReq;
import io.milvus.v2.service.collection.request.AlterCollectionPropertiesReq;
import io.milvus.v2.service.collection.request.CreateCollectionReq;
import io.milvus.v2.service.collection.request.DescribeCollectionReq;
import io.milvus.v2.service.collection.request.DropCollectionReq;
import io.milvus.v2.service.collection.response.DescribeCollectionResp;
import io.milvus.v2.service.utility.request.AlterAliasReq;
import io.milvus.v2.service.utility.request.CreateAliasReq;
import io.milvus.v2.service.utility.request.DropAliasReq;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.tandemrec.index.IndexException;

/** The collections of one index on a server, and the alias that points at the active one. */
final class MilvusCollections {
    private static final String COMPLETE = "tandem.complete";

    /** Bytes of the longest id and keyword: see org.tandemrec.index.IndexedItem. */
    private static final int LONGEST_ID = 4_096;

    private static final int LONGEST_TOKEN = 10_240;
    private static final int PARTITIONS = 64;

    private final MilvusConnection connection;

    MilvusCollections(MilvusConnection connection) {
        this.connection = connection;
    }

    /** The collection that the alias points at. */
    Optional<StoredCollection> active() {
        return describe(name());
    }

    /**
     * A complete collection of a version: the active one, or else the newest, so that a program
     * that still works with the version before a switch is not cut off.
     */
    Optional<StoredCollection> complete(String version) {
        Optional<StoredCollection> active =
                active().filter(found -> found.card().version().equals(version));
        return active.or(
                () ->
                        all().stream()
                                .filter(StoredCollection::complete)
                                .filter(found -> found.card().version().equals(version))
                                .max(Comparator.comparing(StoredCollection::created)));
    }

    /** All collections of this index, oldest first. */
    List<StoredCollection> all() {
        return connection
                .ask("listing collections", client -> client.listCollections())
                .getCollectionNames()
                .stream()
                .filter(collection -> collection.startsWith(name() + "_"))
                .map(this::describe)
                .flatMap(Optional::stream)
                .filter(found -> found.card().name().equals(name()))
                .sorted(
                        Comparator.comparing(StoredCollection::created)
                                .thenComparing(found -> found.card().collection()))
                .toList();
    }

    /** A collection by its name or an alias; absent where there is none, or none of Tandem's. */
    Optional<StoredCollection> describe(String collection) {
        try {
            DescribeCollectionResp found =
                    connection.ask(
                            "describing a collection",
                            client ->
                                    client.describeCollection(
                                            DescribeCollectionReq.builder()
                                                    .collectionName(collection)
                                                    .build()));
            return CollectionCard.read(found.getDescription())
                    .map(card -> new StoredCollection(card, isComplete(found), created(found)));
        } catch (IndexException failure) {
            if (failure.kind() == IndexException.Kind.MISSING) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static boolean isComplete(DescribeCollectionResp found) {
        return found.getProperties().containsKey(COMPLETE);
    }

    private static Instant created(DescribeCollectionResp found) {
        return Instant.ofEpochMilli(found.getCreateUtcTime());
    }

    void create(CollectionCard card, CollectionLayout layout) {
        CreateCollectionReq.CreateCollectionReqBuilder request =
                CreateCollectionReq.builder()
                        .collectionName(card.collection())
                        .description(card.toDescription())
                        .collectionSchema(schema(card))
                        .numShards(layout.shards());
        if (card.columns().partitionKey().isPresent()) {
            request.numPartitions(PARTITIONS);
        }
        run("creating a collection", client -> client.createCollection(request.build()));
    }

    private static CreateCollectionReq.CollectionSchema schema(CollectionCard card) {
        CreateCollectionReq.CollectionSchema schema =
                CreateCollectionReq.CollectionSchema.builder().enableDynamicField(false).build();
        schema.addField(
                field(Columns.ID, DataType.VarChar)
                        .isPrimaryKey(true)
                        .maxLength(LONGEST_ID)
                        .build());
        schema.addField(field(Columns.BUCKET, DataType.Int32).build());
        schema.addField(
                field(Columns.VECTOR, DataType.FloatVector).dimension(card.dimension()).build());
        schema.addField(
                field(Columns.KEYWORDS, DataType.Array)
                        .elementType(DataType.VarChar)
                        .maxLength(LONGEST_TOKEN)
                        .maxCapacity(Rows.MOST_KEYWORDS)
                        .build());
        IntStream.range(0, card.columns().numbers().size())
                .mapToObj(place -> field(Columns.numberColumn(place), DataType.Double).build())
                .forEach(schema::addField);
        schema.addField(field(Columns.MORE_NUMBERS, DataType.JSON).build());
        if (card.columns().partitionKey().isPresent()) {
            schema.addField(
                    field(Columns.PARTITION, DataType.VarChar)
                            .isPartitionKey(true)
                            .maxLength(LONGEST_ID)
                            .build());
        }
        return schema;
    }

    private static AddFieldReq.AddFieldReqBuilder<?> field(String name, DataType type) {
        return AddFieldReq.builder().fieldName(name).dataType(type);
    }

    /** Notes that a collection is whole. */
    void markComplete(CollectionCard card) {
        run(
                "noting that a collection is complete",
                client ->
                        client.alterCollectionProperties(
                                AlterCollectionPropertiesReq.builder()
                                        .collectionName(card.collection())
                                        .property(COMPLETE, "true")
                                        .build()));
    }

    /** Makes a collection the active one, in one step. */
    void activate(CollectionCard card) {
        try {
            run(
                    "moving the alias",
                    client ->
                            client.alterAlias(
                                    AlterAliasReq.builder()
                                            .alias(name())
                                            .collectionName(card.collection())
                                            .build()));
        } catch (IndexException failure) {
            createAlias(card, failure);
        }
    }

    // There is no alias to move yet. Where that was not the reason, the first failure tells more.
    private void createAlias(CollectionCard card, IndexException first) {
        try {
            run(
                    "making the alias",
                    client ->
                            client.createAlias(
                                    CreateAliasReq.builder()
                                            .alias(name())
                                            .collectionName(card.collection())
                                            .build()));
        } catch (IndexException second) {
            second.addSuppressed(first);
            throw second;
        }
    }

    /** Removes a collection, and the alias where it points at it. */
    void drop(String collection) {
        boolean isActive =
                active().filter(found -> found.card().collection().equals(collection)).isPresent();
        if (isActive) {
            run(
                    "dropping the alias",
                    client -> client.dropAlias(DropAliasReq.builder().alias(name()).build()));
        }
        run(
                "dropping a collection",
                client ->
                        client.dropCollection(
                                DropCollectionReq.builder().collectionName(collection).build()));
    }

    private void run(String doing, Consumer<MilvusClientV2> change) {
        connection.ask(
                doing,
                client -> {
                    change.accept(client);
                    return true;
                });
    }

    private String name() {
        return connection.options().name();
    }
}
