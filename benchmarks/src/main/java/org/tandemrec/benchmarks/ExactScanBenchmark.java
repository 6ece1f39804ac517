package org.tandemrec.benchmarks;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tandemrec.index.DenseVector;
import org.tandemrec.index.Filter;
import org.tandemrec.index.Hit;
import org.tandemrec.index.SearchRequest;
import org.tandemrec.index.VectorIndex;

/** The ten best of as many items as MovieLens 1M has, 200 wide, by comparing them all. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules", "jdk.incubator.vector"})
public class ExactScanBenchmark {
    private static final int ITEMS = 3_883;
    private static final int DIMENSION = 200;

    private final ClusteredVectors vectors = new ClusteredVectors(7, DIMENSION);
    private final VectorIndex index = SampleIndexes.exact(vectors.next(ITEMS));
    private final List<DenseVector> queries = vectors.next(1_000);
    private final Filter seen =
            new Filter.IdNotIn(
                    IntStream.range(0, 165)
                            .mapToObj(row -> Integer.toString(row * 17))
                            .collect(Collectors.toSet()));
    private final Filter genre = new Filter.HasAnyOf("genre", Set.of("genre 3"));
    private int turn;

    private SearchRequest next() {
        turn = (turn + 1) % queries.size();
        return SearchRequest.nearest(queries.get(turn), 10);
    }

    /** Of all items. */
    @Benchmark
    public List<Hit> everything() {
        return index.search(next());
    }

    /** Of those that a person with 165 ratings has not seen. */
    @Benchmark
    public List<Hit> unseen() {
        return index.search(next().where(seen));
    }

    /** Of the unseen of one genre. */
    @Benchmark
    public List<Hit> unseenOfOneGenre() {
        return index.search(next().where(Filter.All.of(genre, seen)));
    }
}
