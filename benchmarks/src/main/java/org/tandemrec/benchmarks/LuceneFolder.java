package org.tandemrec.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tandemrec.index.DenseVector;
import org.tandemrec.index.IndexKind;
import org.tandemrec.index.Indexes;
import org.tandemrec.index.SearchEffort;
import org.tandemrec.index.VectorIndex;

/**
 * A Lucene index in a temporary folder, which closing deletes.
 *
 * @param buildSeconds what building took
 */
record LuceneFolder(Path path, VectorIndex index, double buildSeconds) implements AutoCloseable {
    static LuceneFolder of(List<DenseVector> vectors, SearchEffort effort) {
        Path path = temporary();
        int dimension = vectors.getFirst().dimension();
        long start = System.nanoTime();
        VectorIndex index =
                Indexes.create(path, IndexKind.LUCENE, SampleIndexes.VERSION, dimension, effort);
        SampleIndexes.fill(index, vectors);
        return new LuceneFolder(path, index, (System.nanoTime() - start) / 1e9);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("tandem-benchmark");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same index, searched with another effort. */
    VectorIndex with(SearchEffort effort) {
        return Indexes.open(path, index.version(), index.dimension(), effort);
    }

    @Override
    public void close() {
        index.close();
        try (Stream<Path> below = Files.walk(path)) {
            for (Path file : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
