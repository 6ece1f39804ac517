package org.tandemrec.embeddings;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tandemrec.features.Vocabulary;

/**
 * The vectors of all known users or items by id: without the unknown one, and without those for
 * whom the tower has no vector. Immutable and safe for any thread.
 */
public final class VectorTable {
    private final List<String> ids;
    private final int[] rows;
    private final float[] vectors;
    private final int dimension;

    private VectorTable(List<String> ids, int[] rows, float[] vectors, int dimension) {
        this.ids = ids;
        this.rows = rows;
        this.vectors = vectors;
        this.dimension = dimension;
    }

    /** The rows of a tower's vectors that are somebody's. */
    static VectorTable of(Vocabulary ids, float[] vectors, int dimension) {
        int[] rows =
                IntStream.range(1, ids.rows())
                        .filter(row -> !Float.isNaN(vectors[row * dimension]))
                        .toArray();
        return new VectorTable(
                Arrays.stream(rows).mapToObj(ids::valueAt).toList(), rows, vectors, dimension);
    }

    /** Whose vectors these are, in the order of their rows in the bundle. */
    public List<String> ids() {
        return ids;
    }

    public int size() {
        return rows.length;
    }

    /** The vector of the id at that place. */
    public float[] at(int place) {
        int from = rows[place] * dimension;
        return Arrays.copyOfRange(vectors, from, from + dimension);
    }
}
