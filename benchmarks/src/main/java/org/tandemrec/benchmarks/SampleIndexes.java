package org.tandemrec.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tandemrec.index.DenseVector;
import org.tandemrec.index.ExactIndex;
import org.tandemrec.index.FieldValue;
import org.tandemrec.index.IndexedItem;
import org.tandemrec.index.VectorIndex;

/** Indexes of vectors without a meaning, for measurements. */
final class SampleIndexes {
    static final String VERSION = "benchmark";

    private static final int BATCH = 10_000;

    private SampleIndexes() {}

    static VectorIndex exact(List<DenseVector> vectors) {
        VectorIndex index = ExactIndex.inMemory(VERSION, vectors.getFirst().dimension());
        fill(index, vectors);
        return index;
    }

    /** Puts the vectors as items 0 and so on, with a field of eighteen keywords, and commits. */
    static void fill(VectorIndex index, List<DenseVector> vectors) {
        for (int start = 0; start < vectors.size(); start += BATCH) {
            int end = Math.min(start + BATCH, vectors.size());
            index.put(IntStream.range(start, end).mapToObj(row -> item(vectors, row)).toList());
        }
        index.commit();
    }

    private static IndexedItem item(List<DenseVector> vectors, int row) {
        return new IndexedItem(
                Integer.toString(row),
                vectors.get(row),
                Map.of("genre", FieldValue.Keywords.of("genre " + row % 18)));
    }
}
