package org.tandemrec.benchmarks;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tandemrec.index.DenseVector;
import org.tandemrec.index.Filter;
import org.tandemrec.index.Hit;
import org.tandemrec.index.SearchEffort;
import org.tandemrec.index.SearchRequest;

/** The ten best of 100,000 items, 128 wide, by walking Lucene's graph with the default effort. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {
            "--add-modules",
            "jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED"
        })
public class LuceneSearchBenchmark {
    private static final int ITEMS = 100_000;
    private static final int DIMENSION = 128;

    private final ClusteredVectors vectors = new ClusteredVectors(7, DIMENSION);
    private final LuceneFolder folder = LuceneFolder.of(vectors.next(ITEMS), SearchEffort.DEFAULT);
    private final List<DenseVector> queries = vectors.next(1_000);
    private final Filter genre = new Filter.HasAnyOf("genre", Set.of("genre 3"));
    private final Filter fiveGenres =
            new Filter.HasAnyOf(
                    "genre", Set.of("genre 1", "genre 2", "genre 3", "genre 4", "genre 5"));
    private int turn;

    private SearchRequest next() {
        turn = (turn + 1) % queries.size();
        return SearchRequest.nearest(queries.get(turn), 10);
    }

    /** Of all items. */
    @Benchmark
    public List<Hit> everything() {
        return folder.index().search(next());
    }

    /** Of 28 in 100 of the items, by walking among all of them. */
    @Benchmark
    public List<Hit> fiveGenresOfEighteen() {
        return folder.index().search(next().where(fiveGenres));
    }

    /** Of 6 in 100 of the items, by comparing these. */
    @Benchmark
    public List<Hit> oneGenreOfEighteen() {
        return folder.index().search(next().where(genre));
    }

    /** Deletes the index. */
    @TearDown
    public void delete() {
        folder.close();
    }
}
