package org.tandemrec.milvus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tandemrec.index.IndexedItem;

/**
 * Some of the items that were put into a new collection, kept here so that the server's answers can
 * be compared with exact ones: those of the lowest buckets, which the server can be asked for too.
 */
final class LoadSample {
    static final int MOST = 1_000;

    private final TreeMap<Integer, Map<String, IndexedItem>> byBucket = new TreeMap<>();
    private int size;
    private long end = 1L << Integer.SIZE;

    void put(IndexedItem item) {
        int bucket = Columns.bucket(item.id());
        if (bucket >= end) {
            return;
        }
        Map<String, IndexedItem> together = byBucket.computeIfAbsent(bucket, _ -> new HashMap<>());
        size -= together.size();
        together.put(item.id(), item);
        size += together.size();
        while (size > MOST) {
            Map.Entry<Integer, Map<String, IndexedItem>> last = byBucket.lastEntry();
            end = last.getKey();
            size -= last.getValue().size();
            byBucket.remove(last.getKey());
        }
    }

    void remove(String id) {
        Map<String, IndexedItem> together =
                byBucket.getOrDefault(Columns.bucket(id), new HashMap<>());
        size -= together.size();
        together.remove(id);
        size += together.size();
    }

    /** The items kept, by bucket and then by id. */
    List<IndexedItem> items() {
        List<IndexedItem> items = new ArrayList<>();
        byBucket.values().forEach(together -> items.addAll(new TreeMap<>(together).values()));
        return items;
    }

    /** The items kept, as the server can be asked for them. */
    FilterPlan plan() {
        return end > Integer.MAX_VALUE
                ? FilterPlan.where()
                : FilterPlan.where("%s < %d".formatted(Columns.BUCKET, end));
    }
}
