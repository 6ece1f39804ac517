package org.tandemrec.milvus;

/** What vectors take in a Milvus server, computed from published formulas and not measured. */
public final class MilvusSizing {
    private MilvusSizing() {}

    /** Bytes in memory of so many vectors and the index over them. */
    static long memoryBytes(MilvusIndexType type, long items, int dimension) {
        return items * Float.BYTES * dimension;
    }
}
