package org.tandemrec.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tandemrec.data.BadInputException;
import org.tandemrec.index.DenseVector;
import org.tandemrec.index.Hit;
import org.tandemrec.index.SearchRequest;
import org.tandemrec.index.VectorIndex;
import org.tandemrec.reading.sample.Sample;
import org.tandemrec.reading.sample.SampleListener;
import org.tandemrec.reading.sample.SampleOptions;

/**
 * Compares the indexes on the same trained vectors and the same queries, one after the other, and
 * prints a row for each as soon as it is measured.
 */
public final class IndexComparison {
    private static final int K = 10;
    private static final List<Integer> CLIENTS = List.of(1, 2, 8);
    private static final Set<String> OPTIONS =
            Set.of(
                    "uri",
                    "work",
                    "data",
                    "items",
                    "users",
                    "interactions",
                    "epochs",
                    "vector-width",
                    "id-width",
                    "seconds");

    private final TrainedVectors vectors;
    private final double seconds;
    private final PrintStream out;

    private IndexComparison(TrainedVectors vectors, double seconds, PrintStream out) {
        this.vectors = vectors;
        this.seconds = seconds;
        this.out = out;
    }

    /**
     * Runs with {@code --uri URI --work DIR}, the data ({@code --data PATH}, or {@code --items N
     * --users N --interactions N} of a synthetic sample) and settings of the training.
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws IOException {
        try {
            Arguments given = Arguments.of(OPTIONS, arguments);
            Path work = Path.of(given.required("work"));
            TrainedVectors vectors = vectors(given, work);
            new IndexComparison(vectors, given.number("seconds", 10), System.out)
                    .compare(ComparedIndex.all(work, given.required("uri")));
        } catch (BadInputException bad) {
            System.err.println("IndexComparison: " + bad.getMessage());
            System.exit(2);
        }
    }

    private static TrainedVectors vectors(Arguments given, Path work) {
        Map<String, String> settings =
                new TreeMap<>(Map.of("validation-fraction", "0", "epochs", "2"));
        for (String setting : List.of("epochs", "vector-width", "id-width")) {
            given.text(setting).ifPresent(value -> settings.put(setting, value));
        }
        Path data =
                given.text("data")
                        .map(Path::of)
                        .orElseGet(() -> sample(given, work.resolve("sample")));
        Stopwatch stopwatch = Stopwatch.started();
        TrainedVectors vectors = TrainedVectors.of(data, settings);
        say(
                "%,d items x %d, trained in %.0f s with %s"
                        .formatted(
                                vectors.items().size(),
                                vectors.items().getFirst().dimension(),
                                stopwatch.lap().wallSeconds(),
                                settings));
        return vectors;
    }

    private static Path sample(Arguments given, Path folder) {
        SampleOptions usual = SampleOptions.standard();
        new Sample(
                        new SampleOptions(
                                given.number("users", usual.users()),
                                given.number("items", usual.items()),
                                given.number("interactions", (int) usual.interactions()),
                                usual.seed()),
                        SampleListener.SILENT)
                .write(folder);
        return folder;
    }

    @SuppressWarnings("SystemOut")
    private static void say(String line) {
        System.err.println(line);
    }

    private void compare(List<ComparedIndex> indexes) {
        out.println(
                "| index | build s | MB | recall@10 | 1 client: p50, p99 ms | per s | 2 clients | per s | 8 clients | per s |");
        out.println("|---|---|---|---|---|---|---|---|---|---|");
        Optional<List<List<Hit>>> exact = Optional.empty();
        for (ComparedIndex one : indexes) {
            say("building %s (%s)".formatted(one.name(), Machine.now()));
            Stopwatch stopwatch = Stopwatch.started();
            try (VectorIndex index = one.create(vectors.items().getFirst().dimension())) {
                SampleIndexes.fill(index, vectors.items());
                double build = stopwatch.lap().wallSeconds();
                say("asking " + one.name());
                List<List<Hit>> answers =
                        vectors.queries().stream().map(query -> answer(index, query)).toList();
                exact = exact.or(() -> Optional.of(answers));
                out.println(row(one, index, build, recall(exact.orElseThrow(), answers)));
            }
            one.remove();
        }
    }

    private static List<Hit> answer(VectorIndex index, DenseVector query) {
        return index.search(SearchRequest.nearest(query, K));
    }

    private static double recall(List<List<Hit>> exact, List<List<Hit>> answers) {
        long wanted = 0;
        long found = 0;
        for (int query = 0; query < exact.size(); query++) {
            List<String> given = answers.get(query).stream().map(Hit::id).toList();
            wanted += exact.get(query).size();
            found += exact.get(query).stream().filter(hit -> given.contains(hit.id())).count();
        }
        return (double) found / wanted;
    }

    private String row(ComparedIndex one, VectorIndex index, double build, double recall) {
        StringBuilder row =
                new StringBuilder(
                        String.format(
                                Locale.ROOT,
                                "| %s | %.1f | %.1f | %.4f |",
                                one.name(),
                                build,
                                index.bytes() / 1e6,
                                recall));
        for (int clients : CLIENTS) {
            ClientLoad load = ClientLoad.of(index, vectors.queries(), clients, seconds);
            row.append(
                    String.format(
                            Locale.ROOT,
                            " %.2f, %.2f | %,.0f |",
                            load.p50Millis(),
                            load.p99Millis(),
                            load.perSecond()));
        }
        return row.toString();
    }
}
