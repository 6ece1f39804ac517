package org.tandemrec.index;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tandemrec.vectors.RowScan;
import org.tandemrec.vectors.RowScanMatrix;

/**
 * All that an exact index holds at one moment; never changed, so that any number of threads may
 * search it. Rows ascend by id.
 */
record ExactSnapshot(String version, IdTable ids, RowScanMatrix vectors, FieldColumns fields) {
    static ExactSnapshot empty(String version, int dimension) {
        return of(version, dimension, List.of());
    }

    /** A snapshot of items whose ids ascend. */
    static ExactSnapshot of(String version, int dimension, Collection<IndexedItem> ascending) {
        List<IndexedItem> items = List.copyOf(ascending);
        RowScanMatrix vectors = new RowScanMatrix(items.size(), dimension);
        for (int row = 0; row < items.size(); row++) {
            vectors.setRow(row, items.get(row).vector().values());
        }
        IdTable ids = IdTable.of(items.stream().map(IndexedItem::id).toList());
        return new ExactSnapshot(version, ids, vectors, FieldColumns.of(items));
    }

    /** A snapshot in which each changed id has its new item, or none. */
    ExactSnapshot with(TreeMap<String, Optional<IndexedItem>> changes) {
        TreeMap<String, IndexedItem> items = new TreeMap<>();
        IntStream.range(0, ids.size()).mapToObj(this::item).forEach(it -> items.put(it.id(), it));
        changes.forEach(
                (id, change) ->
                        change.ifPresentOrElse(
                                item -> items.put(id, item), () -> items.remove(id)));
        return of(version, dimension(), items.values());
    }

    int dimension() {
        return vectors.dimension();
    }

    Optional<DenseVector> vectorOf(String id) {
        return ids.rowOf(id).stream().mapToObj(this::vector).findFirst();
    }

    List<Hit> search(SearchRequest request, Deadline deadline) {
        BitSet accepted = accepted(request.filter());
        int wanted = Math.min(request.k(), accepted.cardinality());
        if (wanted == 0) {
            return List.of();
        }
        TopRows top = new TopRows(wanted);
        scan(request.vector().values(), accepted.toLongArray(), top, deadline);
        return hits(top);
    }

    private void scan(float[] query, long[] accepted, TopRows top, Deadline deadline) {
        float[] scores = new float[RowScanMatrix.TILE];
        for (int tile = 0; tile < accepted.length; tile++) {
            if (accepted[tile] != 0) {
                RowScan.scores(vectors, tile, query, scores);
                top.offer(scores, accepted[tile], tile * RowScanMatrix.TILE);
            }
            deadline.check();
        }
    }

    private List<Hit> hits(TopRows top) {
        List<Hit> worstFirst = new ArrayList<>();
        while (!top.isEmpty()) {
            float score = top.worstScore();
            worstFirst.add(new Hit(ids.idAt(top.removeWorst()), score));
        }
        return List.copyOf(worstFirst.reversed());
    }

    private BitSet accepted(Filter filter) {
        return switch (filter) {
            case Filter.Everything() -> everything();
            case Filter.All(List<Filter> parts) -> allOf(parts);
            case Filter.HasAnyOf(var field, var keywords) -> fields.rowsWithAnyOf(field, keywords);
            case Filter.Between between ->
                    fields.rowsBetween(between.field(), between.lowest(), between.highest());
            case Filter.IdIn(var wanted) -> ids.rowsOf(wanted);
            case Filter.IdNotIn(var unwanted) -> without(ids.rowsOf(unwanted));
        };
    }

    private BitSet everything() {
        BitSet rows = new BitSet(ids.size());
        rows.set(0, ids.size());
        return rows;
    }

    private BitSet allOf(List<Filter> parts) {
        BitSet rows = everything();
        parts.forEach(part -> rows.and(accepted(part)));
        return rows;
    }

    private BitSet without(BitSet unwanted) {
        BitSet rows = everything();
        rows.andNot(unwanted);
        return rows;
    }

    private IndexedItem item(int row) {
        return new IndexedItem(ids.idAt(row), vector(row), fields.at(row));
    }

    private DenseVector vector(int row) {
        return DenseVector.of(vectors.row(row));
    }
}
