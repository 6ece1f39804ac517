package org.tandemrec.milvus;

import io.milvus.v2.client.MilvusClientV2;
import io.milvus.v2.service.vector.request.QueryReq;
import io.milvus.v2.service.vector.response.QueryResp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.tandemrec.index.Deadline;
import org.tandemrec.index.DenseVector;
import org.tandemrec.index.Hit;

/**
 * Reads rows rather than searching them: right whatever the index type, the number of ids and k,
 * and slower the more rows there are. Rows are walked through by ranges of their buckets, which
 * asks nothing of the order in which a server answers.
 */
final class CollectionScan {
    private static final int MOST_ROWS = 16_000;
    private static final int MOST_BYTES = 16 << 20;

    private final MilvusConnection connection;
    private final CollectionCard card;
    private final CollectionRows rows;

    CollectionScan(MilvusConnection connection, CollectionCard card) {
        this.connection = connection;
        this.card = card;
        this.rows = new CollectionRows(connection, card);
    }

    /** The best items of a plan, exactly. */
    List<Hit> best(DenseVector query, int k, FilterPlan plan, Deadline deadline) {
        TopHits top = new TopHits(k);
        BiConsumer<String, DenseVector> judge =
                (id, vector) -> {
                    if (!plan.hidden().contains(id)) {
                        top.add(new Hit(id, vector.dot(query)));
                    }
                };
        plan.among()
                .ifPresentOrElse(
                        ids -> readIds(ids, plan, deadline, judge),
                        () -> readAll(plan, deadline, judge));
        return top.best();
    }

    /** The vectors of those of the ids that are there. */
    Map<String, DenseVector> vectors(Collection<String> ids, Deadline deadline) {
        Map<String, DenseVector> vectors = new HashMap<>();
        readIds(ids, FilterPlan.where(), deadline, vectors::put);
        return vectors;
    }

    /** The items that pass the conditions of a plan, hidden ones among them. */
    long count(FilterPlan plan, Deadline deadline) {
        QueryReq question =
                rows.counting(plan.expression())
                        .consistencyLevel(connection.options().consistency().level())
                        .build();
        return CollectionRows.counted(
                connection.search(deadline, client -> client.query(question)));
    }

    private void readIds(
            Collection<String> ids,
            FilterPlan plan,
            Deadline deadline,
            BiConsumer<String, DenseVector> reader) {
        List<String> ordered = new ArrayList<>(new TreeSet<>(ids));
        for (int from = 0; from < ordered.size(); from += CollectionRows.MOST_IDS) {
            int to = Math.min(ordered.size(), from + CollectionRows.MOST_IDS);
            String condition = CollectionRows.in(ordered.subList(from, to));
            read(plan.expression(condition), CollectionRows.MOST_IDS, deadline, reader);
        }
    }

    private void readAll(
            FilterPlan plan, Deadline deadline, BiConsumer<String, DenseVector> reader) {
        int page = Math.clamp(MOST_BYTES / (4 * card.dimension()), 1, MOST_ROWS);
        long pages = 1 + 2 * count(plan, deadline) / page;
        long width = 1 + Integer.MAX_VALUE / pages;
        for (long from = 0; from <= Integer.MAX_VALUE; from += width) {
            readRange(new Range(from, from + width), page, plan, deadline, reader);
        }
    }

    /** Buckets from one on, up to but without another. */
    private record Range(long from, long to) {
        String condition() {
            return "%s >= %d and %s <= %d"
                    .formatted(
                            Columns.BUCKET,
                            from,
                            Columns.BUCKET,
                            Math.min(Integer.MAX_VALUE, to - 1));
        }

        boolean isSingle() {
            return to - from == 1;
        }

        Range lower() {
            return new Range(from, (from + to) / 2);
        }

        Range upper() {
            return new Range((from + to) / 2, to);
        }
    }

    // A page that comes back full may have been cut, and is read again in halves.
    private void readRange(
            Range range,
            int page,
            FilterPlan plan,
            Deadline deadline,
            BiConsumer<String, DenseVector> reader) {
        Map<String, DenseVector> found = new HashMap<>();
        int answered = read(plan.expression(range.condition()), page, deadline, found::put);
        if (answered < page || range.isSingle()) {
            found.forEach(reader);
            return;
        }
        readRange(range.lower(), page, plan, deadline, reader);
        readRange(range.upper(), page, plan, deadline, reader);
    }

    private int read(
            String filter, int most, Deadline deadline, BiConsumer<String, DenseVector> reader) {
        QueryReq question =
                QueryReq.builder()
                        .collectionName(card.collection())
                        .filter(filter)
                        .outputFields(List.of(Columns.ID, Columns.VECTOR))
                        .limit(most)
                        .consistencyLevel(connection.options().consistency().level())
                        .build();
        QueryResp answer =
                connection.search(deadline, (MilvusClientV2 client) -> client.query(question));
        for (QueryResp.QueryResult row : answer.getQueryResults()) {
            reader.accept((String) row.getEntity().get(Columns.ID), Rows.vector(row.getEntity()));
        }
        return answer.getQueryResults().size();
    }
}
