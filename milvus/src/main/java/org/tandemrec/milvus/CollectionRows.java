package org.tandemrec.milvus;

import com.google.gson.JsonObject;
import io.milvus.v2.common.ConsistencyLevel;
import io.milvus.v2.service.vector.request.DeleteReq;
import io.milvus.v2.service.vector.request.InsertReq;
import io.milvus.v2.service.vector.request.QueryReq;
import io.milvus.v2.service.vector.request.UpsertReq;
import io.milvus.v2.service.vector.response.QueryResp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.tandemrec.index.IndexedItem;

/** Writes and counts the rows of one collection. */
final class CollectionRows {
    /** Ids in one expression: the server's reading of long lists is slow. */
    static final int MOST_IDS = 200;

    private static final int MOST_BYTES = 4 << 20;
    private static final int BYTES_BESIDE_VECTOR = 512;
    private static final int MOST_ROWS = 5_000;

    private final MilvusConnection connection;
    private final CollectionCard card;
    private final Rows rows;

    CollectionRows(MilvusConnection connection, CollectionCard card) {
        this.connection = connection;
        this.card = card;
        this.rows = new Rows(card.columns());
    }

    /**
     * Writes items, over those of the same ids; of two with one id the later stays.
     *
     * @param mayExist whether there may be a row of an id
     */
    void put(List<IndexedItem> items, Predicate<String> mayExist) {
        Map<String, JsonObject> latest = new LinkedHashMap<>();
        items.forEach(item -> latest.put(item.id(), rows.row(item)));
        List<JsonObject> distinct = List.copyOf(latest.values());
        int most =
                Math.clamp(MOST_BYTES / (4 * card.dimension() + BYTES_BESIDE_VECTOR), 1, MOST_ROWS);
        for (int from = 0; from < distinct.size(); from += most) {
            write(distinct.subList(from, Math.min(distinct.size(), from + most)), mayExist);
        }
    }

    // Milvus 2.3 writes an upserted row to the wrong partition, where a search by the key misses
    // it.
    private void write(List<JsonObject> part, Predicate<String> mayExist) {
        if (card.columns().partitionKey().isEmpty()) {
            upsert(part);
            return;
        }
        remove(
                part.stream()
                        .map(row -> row.get(Columns.ID).getAsString())
                        .filter(mayExist)
                        .toList());
        insert(part);
    }

    private void insert(List<JsonObject> part) {
        connection.ask(
                "writing items",
                client ->
                        client.insert(
                                InsertReq.builder()
                                        .collectionName(card.collection())
                                        .data(part)
                                        .build()));
    }

    private void upsert(List<JsonObject> part) {
        connection.ask(
                "writing items",
                client ->
                        client.upsert(
                                UpsertReq.builder()
                                        .collectionName(card.collection())
                                        .data(part)
                                        .build()));
    }

    void remove(Collection<String> ids) {
        List<String> left = new ArrayList<>(ids);
        for (int from = 0; from < left.size(); from += MOST_IDS) {
            String filter = in(left.subList(from, Math.min(left.size(), from + MOST_IDS)));
            connection.ask(
                    "removing items",
                    client ->
                            client.delete(
                                    DeleteReq.builder()
                                            .collectionName(card.collection())
                                            .filter(filter)
                                            .build()));
        }
    }

    /** Those of the ids that are there, whoever wrote them last. */
    Set<String> present(List<String> ids) {
        Set<String> present = new HashSet<>();
        for (int from = 0; from < ids.size(); from += MOST_IDS) {
            QueryReq question =
                    QueryReq.builder()
                            .collectionName(card.collection())
                            .filter(in(ids.subList(from, Math.min(ids.size(), from + MOST_IDS))))
                            .outputFields(List.of(Columns.ID))
                            .consistencyLevel(ConsistencyLevel.STRONG)
                            .build();
            connection
                    .ask("looking for items", client -> client.query(question))
                    .getQueryResults()
                    .forEach(row -> present.add((String) row.getEntity().get(Columns.ID)));
        }
        return present;
    }

    /** The rows there are, every write that ended before among them. */
    long count() {
        return counted(
                connection.ask("counting items", client -> client.query(counting("").build())));
    }

    /** The number in the answer to {@link #counting}. */
    static long counted(QueryResp answer) {
        Object count = answer.getQueryResults().getFirst().getEntity().get("count(*)");
        return Long.parseLong(String.valueOf(count));
    }

    /** A question for the number of rows under a condition. */
    QueryReq.QueryReqBuilder counting(String filter) {
        return QueryReq.builder()
                .collectionName(card.collection())
                .filter(filter)
                .outputFields(List.of("count(*)"))
                .consistencyLevel(ConsistencyLevel.STRONG);
    }

    /** The condition that an id is one of these. */
    static String in(Collection<String> ids) {
        return Columns.ID + " in " + Literals.texts(ids);
    }
}
