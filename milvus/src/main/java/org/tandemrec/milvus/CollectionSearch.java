package org.tandemrec.milvus;

import io.milvus.v2.common.IndexParam;
import io.milvus.v2.service.vector.request.SearchReq;
import io.milvus.v2.service.vector.request.data.FloatVec;
import io.milvus.v2.service.vector.response.SearchResp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tandemrec.index.Deadline;
import org.tandemrec.index.DenseVector;
import org.tandemrec.index.Hit;
import org.tandemrec.index.SearchRequest;

/**
 * Finds the nearest items of one collection.
 *
 * <p>The server is asked for somewhat more than is wanted, and what it gives is scored again here,
 * from the vectors, so that scores and ties are those of every other index. Hidden ids stay out of
 * the expression, in which thousands of them would take seconds: they are fetched and left out.
 * Only where they fill a whole answer do those met so far go into the next question. Where the
 * server's limits or its index cannot give what exists, all rows are read.
 */
final class CollectionSearch {
    /** The most items that a server gives for one question. */
    static final int MOST_PER_QUESTION = 16_384;

    private static final int MARGIN = 16;
    private static final int FETCHED_WITH_VECTORS = 512;
    private static final int HIDDEN_FETCHED_AT_FIRST = 2_000;
    private static final int MOST_EXCLUDED = 50_000;

    private final MilvusConnection connection;
    private final CollectionCard card;
    private final MilvusIndexType type;
    private final CollectionScan scan;

    CollectionSearch(MilvusConnection connection, CollectionCard card, MilvusIndexType type) {
        this.connection = connection;
        this.card = card;
        this.type = type;
        this.scan = new CollectionScan(connection, card);
    }

    /** Whether the server compares every vector. */
    boolean isExact() {
        return type == MilvusIndexType.FLAT;
    }

    List<Hit> search(SearchRequest request, Deadline deadline) {
        FilterPlan plan = FilterPlan.of(request.filter(), card.columns());
        return search(request.vector(), request.k(), plan, deadline);
    }

    /** The best k items of a plan, highest score first, ties by id. */
    List<Hit> search(DenseVector query, int k, FilterPlan plan, Deadline deadline) {
        if (plan.impossible()) {
            return List.of();
        }
        boolean beyondTheServer = (long) k + MARGIN > MOST_PER_QUESTION;
        if (plan.among().isPresent() || beyondTheServer) {
            return scan.best(query, k, plan, deadline);
        }
        return new Nearest(query, k, plan, deadline).find();
    }

    /** What the server gave: ids and its own scores, best first. */
    private record Found(List<Scored> items, boolean cut) {}

    private record Scored(String id, float score) {}

    /** One search, in as many questions as it takes. */
    private final class Nearest {
        private final DenseVector query;
        private final int k;
        private final FilterPlan plan;
        private final Deadline deadline;
        private final Set<String> excluded = new TreeSet<>();
        private final Map<String, DenseVector> vectors = new HashMap<>();

        Nearest(DenseVector query, int k, FilterPlan plan, Deadline deadline) {
            this.query = query;
            this.k = k;
            this.plan = plan;
            this.deadline = deadline;
        }

        List<Hit> find() {
            int margin = MARGIN;
            int limit = k + margin + Math.min(plan.hidden().size(), HIDDEN_FETCHED_AT_FIRST);
            while (excluded.size() <= MOST_EXCLUDED) {
                limit = Math.min(limit, MOST_PER_QUESTION);
                Found found = ask(limit);
                List<Scored> visible = visible(found);
                boolean full = limit == MOST_PER_QUESTION;
                if (visible.size() < k && found.cut() && full) {
                    exclude(found);
                    continue;
                }
                if (visible.size() >= k || !found.cut()) {
                    int most = k + margin;
                    Optional<List<Hit>> hits =
                            settle(found, visible, most)
                                    .or(() -> settleBeyond(most, found, visible));
                    if (hits.isPresent()) {
                        return hits.get();
                    }
                    if (full) {
                        break;
                    }
                    margin *= 4;
                }
                limit = Math.max(limit * 4, k + margin);
            }
            return scan.best(query, k, plan, deadline);
        }

        private List<Scored> visible(Found found) {
            return found.items().stream()
                    .filter(item -> !plan.hidden().contains(item.id()))
                    .toList();
        }

        private Optional<List<Hit>> settleBeyond(int most, Found found, List<Scored> visible) {
            return found.cut() || visible.size() <= most
                    ? Optional.empty()
                    : settle(found, visible, visible.size());
        }

        /** The best k of the first so many, if no other item can be among them. */
        private Optional<List<Hit>> settle(Found found, List<Scored> visible, int most) {
            List<Scored> considered = visible.subList(0, Math.min(visible.size(), most));
            boolean all = considered.size() == visible.size() && !found.cut();
            List<Hit> hits = score(considered);
            boolean settled = all ? isWhole(visible, found) : isSettled(hits, considered);
            return settled
                    ? Optional.of(hits.subList(0, Math.min(k, hits.size())))
                    : Optional.empty();
        }

        private void exclude(Found found) {
            found.items().stream()
                    .map(Scored::id)
                    .filter(plan.hidden()::contains)
                    .forEach(excluded::add);
        }

        private Found ask(int limit) {
            boolean withVectors = limit <= FETCHED_WITH_VECTORS;
            SearchReq question =
                    SearchReq.builder()
                            .collectionName(card.collection())
                            .annsField(Columns.VECTOR)
                            .metricType(IndexParam.MetricType.IP)
                            .data(List.of(new FloatVec(query.toArray())))
                            .limit(limit)
                            .filter(expression())
                            .outputFields(withVectors ? List.of(Columns.VECTOR) : List.of())
                            .searchParams(
                                    connection.options().layout().searchParameters(type, limit))
                            .consistencyLevel(connection.options().consistency().level())
                            .build();
            List<SearchResp.SearchResult> results =
                    connection
                            .search(deadline, client -> client.search(question))
                            .getSearchResults()
                            .getFirst();
            List<Scored> items = new ArrayList<>(results.size());
            for (SearchResp.SearchResult result : results) {
                String id = (String) result.getId();
                items.add(new Scored(id, result.getScore()));
                if (withVectors) {
                    vectors.put(id, Rows.vector(result.getEntity()));
                }
            }
            return new Found(items, items.size() >= limit);
        }

        private String expression() {
            return excluded.isEmpty()
                    ? plan.expression()
                    : plan.expression(Columns.ID + " not in " + Literals.texts(excluded));
        }

        private List<Hit> score(List<Scored> considered) {
            Set<String> missing = new TreeSet<>();
            considered.stream()
                    .map(Scored::id)
                    .filter(id -> !vectors.containsKey(id))
                    .forEach(missing::add);
            if (!missing.isEmpty()) {
                vectors.putAll(scan.vectors(missing, deadline));
            }
            // One that went away between the two questions is not there to be found.
            return considered.stream()
                    .filter(item -> vectors.containsKey(item.id()))
                    .map(item -> new Hit(item.id(), vector(item.id()).dot(query)))
                    .sorted(Hit.BEST_FIRST)
                    .toList();
        }

        private DenseVector vector(String id) {
            return vectors.getOrDefault(id, query);
        }

        /**
         * Whether no item that was not scored can be among the best k: the server, which sums in
         * another order, gave it a score that is lower by more than that can make.
         */
        private boolean isSettled(List<Hit> hits, List<Scored> considered) {
            if (hits.size() < k) {
                return false;
            }
            double longest =
                    considered.stream()
                            .mapToDouble(item -> length(vector(item.id())))
                            .max()
                            .orElse(0);
            double slack = query.dimension() * 0x1p-23 * length(query) * longest;
            return hits.get(k - 1).score() > considered.getLast().score() + slack;
        }

        /**
         * Whether an answer with fewer items than were asked for has all that matter. An index that
         * does not compare everything can miss some; and while items are written anew, the server
         * finds several rows of one item and gives it once, in the place of others.
         */
        private boolean isWhole(List<Scored> visible, Found found) {
            return visible.size() >= k
                    || found.items().size() + excluded.size() >= scan.count(plan, deadline);
        }

        private double length(DenseVector vector) {
            return Math.sqrt(vector.dot(vector));
        }
    }
}
