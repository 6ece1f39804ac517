package org.tandemrec.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tandemrec.index.DenseVector;
import org.tandemrec.index.IndexCheck;
import org.tandemrec.index.SearchEffort;
import org.tandemrec.index.VectorIndex;

/**
 * Tandem's part of {@code benchmarks/retrieval}: {@code vectors FOLDER ITEMS DIMENSION} writes the
 * vectors and queries that all engines are asked, {@code measure ITEMS DIMENSION} prints a line for
 * each of Tandem's engines and efforts: engine, candidates kept, recall@10, median microseconds,
 * seconds of building, bytes; parted by tabs.
 */
public final class Retrieval {
    private static final int QUERIES = 1_000;
    private static final int ROUNDS = 9;
    private static final List<Integer> BREADTHS = List.of(20, 24, 28, 32, 40, 48, 64, 96);

    private final List<DenseVector> items;
    private final List<DenseVector> queries;

    private Retrieval(int count, int dimension) {
        ClusteredVectors vectors = new ClusteredVectors(7, dimension);
        this.items = vectors.next(count);
        this.queries = vectors.next(QUERIES);
    }

    /** Runs the part named by the first argument. */
    public static void main(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "vectors" -> {
                Retrieval retrieval =
                        new Retrieval(
                                Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]));
                retrieval.write(Path.of(arguments[1]));
            }
            case "measure" ->
                    new Retrieval(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))
                            .measure();
            default -> throw new IllegalArgumentException("expected 'vectors' or 'measure'");
        }
    }

    private void write(Path folder) throws IOException {
        write(folder.resolve("items.f32"), items);
        write(folder.resolve("queries.f32"), queries);
    }

    private static void write(Path file, List<DenseVector> vectors) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (DenseVector vector : vectors) {
                ByteBuffer row =
                        ByteBuffer.allocate(Float.BYTES * vector.dimension())
                                .order(ByteOrder.LITTLE_ENDIAN);
                row.asFloatBuffer().put(vector.toArray());
                out.write(row.array());
            }
        }
    }

    private void measure() {
        try (VectorIndex exact = SampleIndexes.exact(items);
                LuceneFolder lucene = LuceneFolder.of(items, SearchEffort.DEFAULT)) {
            for (int breadth : BREADTHS) {
                try (VectorIndex index = lucene.with(new SearchEffort(breadth))) {
                    print(breadth, best(index, exact), lucene.buildSeconds());
                }
            }
            print(items.size(), best(exact, exact), 0);
        }
    }

    private IndexCheck best(VectorIndex index, VectorIndex exact) {
        return Stream.generate(() -> IndexCheck.of(index, exact, queries))
                .limit(ROUNDS)
                .min(Comparator.comparingDouble(IndexCheck::p50Micros))
                .orElseThrow();
    }

    @SuppressWarnings("SystemOut")
    private static void print(int candidates, IndexCheck check, double buildSeconds) {
        System.out.printf(
                Locale.ROOT,
                "tandem %s\t%d\t%.4f\t%.1f\t%.1f\t%d%n",
                check.index(),
                candidates,
                check.recallAt10(),
                check.p50Micros(),
                buildSeconds,
                check.bytes());
    }
}
