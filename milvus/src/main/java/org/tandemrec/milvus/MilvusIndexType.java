package org.tandemrec.milvus;

import io.milvus.v2.common.IndexParam;
import java.util.Locale;
import java.util.Map;

/** How a Milvus server finds near vectors. Each is explained in docs/milvus.md. */
public enum MilvusIndexType {
    /** {@link #FLAT} for few items, {@link #HNSW} for more: chosen when the items are loaded. */
    BY_SIZE(IndexParam.IndexType.None),
    /** Every vector is compared: always right. */
    FLAT(IndexParam.IndexType.FLAT),
    /** A graph of neighbours, the vectors whole (Malkov and Yashunin 2018). */
    HNSW(IndexParam.IndexType.HNSW),
    /** The graph over vectors of one byte per component; Milvus 2.6. */
    HNSW_SQ(IndexParam.IndexType.HNSW_SQ),
    /** Clusters, the nearest of which are searched. */
    IVF_FLAT(IndexParam.IndexType.IVF_FLAT),
    /** Clusters of vectors of one byte per component. */
    IVF_SQ8(IndexParam.IndexType.IVF_SQ8),
    /** Clusters of vectors of one bit per component; Milvus 2.6. */
    IVF_RABITQ(IndexParam.IndexType.IVF_RABITQ),
    /** Clusters of vectors of four bits per component. */
    SCANN(IndexParam.IndexType.SCANN),
    /** A graph on disk (Subramanya et al. 2019). */
    DISKANN(IndexParam.IndexType.DISKANN),
    /** What the server thinks best. */
    AUTOINDEX(IndexParam.IndexType.AUTOINDEX);

    static final long MOST_FOR_FLAT = 50_000;

    private final IndexParam.IndexType type;

    MilvusIndexType(IndexParam.IndexType type) {
        this.type = type;
    }

    /** The name that settings use: {@code ivf-flat}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The type for so many items. */
    MilvusIndexType forCount(long items) {
        if (this != BY_SIZE) {
            return this;
        }
        return items <= MOST_FOR_FLAT ? FLAT : HNSW;
    }

    IndexParam.IndexType type() {
        return type;
    }

    /** What so many items are built with where the settings do not say. */
    Map<String, String> buildParameters(long items) {
        return switch (this) {
            case BY_SIZE, FLAT, DISKANN, AUTOINDEX -> Map.of();
            case HNSW -> Map.of("M", "16", "efConstruction", "200");
            case HNSW_SQ -> Map.of("M", "16", "efConstruction", "200", "sq_type", "SQ8");
            case IVF_FLAT, IVF_SQ8, IVF_RABITQ, SCANN ->
                    Map.of("nlist", Long.toString(clusters(items)));
        };
    }

    /** Clusters of an inverted file: four times the root of the items, as Milvus advises. */
    static long clusters(long items) {
        return Math.clamp(Math.round(4 * Math.sqrt((double) items)), 16, 65_536);
    }

    /** The type of an index that the server describes. */
    static MilvusIndexType of(IndexParam.IndexType type) {
        for (MilvusIndexType known : values()) {
            if (known.type == type) {
                return known;
            }
        }
        return AUTOINDEX;
    }

    /**
     * What a search for so many items is told, so that it finds nearly all of the best: at least as
     * many candidates as are wanted.
     */
    Map<String, Object> searchParameters(int wanted) {
        return switch (this) {
            case BY_SIZE, FLAT, AUTOINDEX -> Map.of();
            case HNSW, HNSW_SQ -> Map.of("ef", Math.max(128, wanted));
            case IVF_FLAT, IVF_SQ8, IVF_RABITQ, SCANN -> Map.of("nprobe", 64);
            case DISKANN -> Map.of("search_list", Math.max(128, wanted));
        };
    }
}
