package org.tandemrec.milvus;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * How a new collection is laid out on the server.
 *
 * @param indexType how near vectors are found
 * @param buildParameters what the index type is built with, over its defaults: {@code M=32}
 * @param searchParameters what each search is told, over its defaults: {@code ef=256}
 * @param shards pieces that are written to side by side, at least 1
 * @param replicas copies in memory that are searched side by side, at least 1
 * @param partitionKey a keyword field of which every item has at most one value; a search for one
 *     value then reads only its part
 */
public record CollectionLayout(
        MilvusIndexType indexType,
        Map<String, String> buildParameters,
        Map<String, String> searchParameters,
        int shards,
        int replicas,
        Optional<String> partitionKey) {
    private static final Set<String> CANDIDATES = Set.of("ef", "search_list");

    /** Refuses fewer than one shard or replica. */
    public CollectionLayout {
        buildParameters = Map.copyOf(buildParameters);
        searchParameters = Map.copyOf(searchParameters);
        requireOne("shards", shards);
        requireOne("replicas", replicas);
    }

    /** The index type by size, one shard, one replica. */
    public static CollectionLayout usual() {
        return new CollectionLayout(
                MilvusIndexType.BY_SIZE, Map.of(), Map.of(), 1, 1, Optional.empty());
    }

    /** This layout with another index type. */
    public CollectionLayout with(MilvusIndexType type) {
        return new CollectionLayout(
                type, buildParameters, searchParameters, shards, replicas, partitionKey);
    }

    Map<String, Object> buildParameters(MilvusIndexType type, long items) {
        Map<String, Object> parameters = new TreeMap<>(type.buildParameters(items));
        parameters.putAll(buildParameters);
        return parameters;
    }

    /** What a search for so many items is told; its candidates are never fewer than those. */
    Map<String, Object> searchParameters(MilvusIndexType type, int wanted) {
        Map<String, Object> parameters = new TreeMap<>(type.searchParameters(wanted));
        searchParameters.forEach(
                (name, value) ->
                        parameters.put(
                                name, CANDIDATES.contains(name) ? atLeast(value, wanted) : value));
        return parameters;
    }

    private static Object atLeast(String value, int wanted) {
        return value.matches("[0-9]{1,9}") ? Math.max(Integer.parseInt(value), wanted) : value;
    }

    private static void requireOne(String name, int number) {
        if (number < 1) {
            throw MilvusSettings.invalid("'%s' is %d, expected at least 1".formatted(name, number));
        }
    }
}
