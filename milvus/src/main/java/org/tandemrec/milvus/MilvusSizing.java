package org.tandemrec.milvus;

import java.util.List;

/**
 * What a number of items takes in a Milvus cluster: computed from published formulas, not measured.
 *
 * @param items vectors
 * @param dimension components of each
 * @param indexType how near vectors are found
 * @param shards pieces that are written to side by side
 * @param replicas copies in memory
 * @param memoryBytes what one replica takes in the memory of the query nodes
 * @param diskBytes what one replica takes on the query nodes' own disks
 * @param storageBytes what lies in the object storage, once
 * @param queryNodes nodes of 64 GiB that hold all replicas, each replica on nodes of its own, with
 *     a fifth of each node to spare
 */
public record MilvusSizing(
        long items,
        int dimension,
        MilvusIndexType indexType,
        int shards,
        int replicas,
        long memoryBytes,
        long diskBytes,
        long storageBytes,
        int queryNodes) {
    private static final long GIB = 1L << 30;
    private static final long NODE_BYTES = 64 * GIB;

    /** Of a node's memory, what data may fill. */
    private static final double FILLED = 0.8;

    private static final long ITEMS_PER_SHARD = 100_000_000;
    private static final int MOST_SHARDS = 16;

    /** Id, bucket, a few keywords and numbers of one item. */
    private static final int FIELD_BYTES = 160;

    private static final int LINKS = 16;
    private static final int DISK_LINKS = 56;

    /** Of the whole vectors, what DiskANN keeps in memory: codes (0.125) and a cache (0.1). */
    private static final double DISK_MEMORY_SHARE = 0.225;

    private static final long MOST_ITEMS = 1_000_000_000_000L;
    private static final int MOST_COMPONENTS = 32_768;
    private static final int MOST_REPLICAS = 100;

    private static final long MOST_FOR_WHOLE_VECTORS = 20_000_000;
    private static final long MOST_FOR_BYTES = 200_000_000;

    /** The layout that suits so many items: two replicas, so that one node may fail. */
    public static MilvusSizing of(long items, int dimension) {
        return of(
                items, dimension, suitable(items), items <= MilvusIndexType.MOST_FOR_FLAT ? 1 : 2);
    }

    /**
     * What so many items take under an index type with its usual parameters.
     *
     * @param items 1 to a trillion
     * @param dimension 1 to 32,768, which is as many as Milvus takes
     * @param indexType {@link MilvusIndexType#BY_SIZE} stands for what it would become
     * @param replicas 1 to 100
     * @throws org.tandemrec.data.BadInputException for a number out of its range
     */
    public static MilvusSizing of(
            long items, int dimension, MilvusIndexType indexType, int replicas) {
        require("items", items, MOST_ITEMS);
        require("dimension", dimension, MOST_COMPONENTS);
        require("replicas", replicas, MOST_REPLICAS);
        MilvusIndexType type = indexType.forCount(items);
        long memory = memoryBytes(type, items, dimension);
        return new MilvusSizing(
                items,
                dimension,
                type,
                Math.clamp(Math.ceilDiv(items, ITEMS_PER_SHARD), 1, MOST_SHARDS),
                replicas,
                memory,
                items * diskBytesPerItem(type, dimension),
                items * (Float.BYTES * (long) dimension + FIELD_BYTES)
                        + indexBytes(type, items, dimension),
                nodes(memory, replicas));
    }

    /** The same items in another number of copies. */
    public MilvusSizing withReplicas(int copies) {
        return of(items, dimension, indexType, copies);
    }

    /** Two copies on one node would be lost together, so each has nodes of its own. */
    private static int nodes(long memory, int replicas) {
        return replicas * (int) Math.ceil(memory / (NODE_BYTES * FILLED));
    }

    /** One million to one billion items, each with the layout that suits it. */
    public static List<MilvusSizing> table(int dimension) {
        return List.of(1_000_000L, 10_000_000L, 100_000_000L, 1_000_000_000L).stream()
                .map(items -> of(items, dimension))
                .toList();
    }

    /** The types change where vectors held whole, and then as bytes, no longer fit a few nodes. */
    private static MilvusIndexType suitable(long items) {
        if (items <= MOST_FOR_WHOLE_VECTORS) {
            return MilvusIndexType.BY_SIZE;
        }
        return items <= MOST_FOR_BYTES ? MilvusIndexType.HNSW_SQ : MilvusIndexType.DISKANN;
    }

    /** Bytes in memory of so many items, their fields and the index over them. */
    static long memoryBytes(MilvusIndexType type, long items, int dimension) {
        return items * FIELD_BYTES + indexBytes(type, items, dimension);
    }

    private static long indexBytes(MilvusIndexType type, long items, int dimension) {
        long vector = (long) Float.BYTES * dimension;
        return switch (type.forCount(items)) {
            case BY_SIZE, FLAT -> items * vector;
            case HNSW, AUTOINDEX -> items * (vector + graphBytes());
            case HNSW_SQ -> items * (dimension + graphBytes());
            case IVF_FLAT ->
                    items * (vector + Long.BYTES) + MilvusIndexType.clusters(items) * vector;
            case IVF_SQ8 ->
                    items * (dimension + Long.BYTES) + MilvusIndexType.clusters(items) * vector;
            case IVF_RABITQ ->
                    items * (dimension / 8 + 2 * Long.BYTES)
                            + MilvusIndexType.clusters(items) * vector;
            case SCANN ->
                    items * (vector + dimension / 2 + Long.BYTES)
                            + MilvusIndexType.clusters(items) * vector;
            case DISKANN -> Math.round(items * vector * DISK_MEMORY_SHARE);
        };
    }

    /** Two times M neighbours on the lowest level, a sixteenth of that above, and the labels. */
    private static long graphBytes() {
        return Integer.BYTES * (2 * LINKS + 1 + (2 * LINKS) / 16) + Long.BYTES;
    }

    private static long diskBytesPerItem(MilvusIndexType type, int dimension) {
        return type == MilvusIndexType.DISKANN
                ? (long) Float.BYTES * dimension + Integer.BYTES * (DISK_LINKS + 1)
                : 0;
    }

    private static void require(String name, long number, long most) {
        if (number < 1 || number > most) {
            throw MilvusSettings.invalid(
                    "'%s' is %d, expected 1 to %d".formatted(name, number, most));
        }
    }
}
