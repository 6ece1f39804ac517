package org.tandemrec.index;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Makes and opens the indexes that live in a folder. */
public final class Indexes {
    private Indexes() {}

    /** As {@link #create(Path, IndexKind, String, int, SearchEffort)}, with the default effort. */
    public static VectorIndex create(Path folder, IndexKind kind, String version, int dimension) {
        return create(folder, kind, version, dimension, SearchEffort.DEFAULT);
    }

    /**
     * An empty index of a kind, whose first commit replaces whatever index is in the folder; until
     * then that one stays as it was and can be opened and searched.
     *
     * @param version the id of the bundle that makes the vectors
     * @param dimension the components of its vectors
     * @param effort how hard an approximate index looks
     */
    public static VectorIndex create(
            Path folder, IndexKind kind, String version, int dimension, SearchEffort effort) {
        IndexFolder place = new IndexFolder(folder);
        return switch (kind) {
            case EXACT -> ExactIndex.create(place, version, dimension);
            case LUCENE -> LuceneIndex.create(place, version, dimension, effort);
        };
    }

    /** As {@link #open(Path, String, int, SearchEffort)}, with the default effort. */
    public static VectorIndex open(Path folder, String version, int dimension) {
        return open(folder, version, dimension, SearchEffort.DEFAULT);
    }

    /**
     * The index in a folder, whatever its kind.
     *
     * @param effort how hard an approximate index looks
     * @throws IndexException if there is none, if it is damaged, or if its version or its dimension
     *     is another
     */
    public static VectorIndex open(
            Path folder, String version, int dimension, SearchEffort effort) {
        VectorIndex index = openAny(new IndexFolder(folder), version, effort);
        try {
            Expectations.check(index.version(), index.dimension(), version, dimension);
            return index;
        } catch (IndexException e) {
            index.close();
            throw e;
        }
    }

    // Two kinds lie in one folder only where a rebuild was cut off between its commit and its
    // tidying up.
    private static VectorIndex openAny(IndexFolder folder, String version, SearchEffort effort) {
        List<IndexKind> kinds = Stream.of(IndexKind.values()).filter(folder::holds).toList();
        if (kinds.isEmpty()) {
            throw new IndexException(
                    IndexException.Kind.MISSING,
                    "no index in %s; run 'tandem index'".formatted(folder.path()));
        }
        VectorIndex first = open(folder, kinds.getFirst(), effort);
        if (kinds.size() == 1 || first.version().equals(version)) {
            return first;
        }
        first.close();
        return open(folder, kinds.getLast(), effort);
    }

    private static VectorIndex open(IndexFolder folder, IndexKind kind, SearchEffort effort) {
        return switch (kind) {
            case EXACT -> ExactIndex.open(folder);
            case LUCENE -> LuceneIndex.open(folder, effort);
        };
    }
}
