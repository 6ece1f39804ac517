package org.tandemrec.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tandemrec.data.BadInputException;
import org.tandemrec.index.VectorIndex;
import org.tandemrec.milvus.MilvusIndexes;
import org.tandemrec.milvus.MilvusOptions;

/**
 * Searches a Milvus server without a pause while new versions are loaded and switched to, and
 * compares every answer with the exact one of its version. Two catalogues take turns, so that an
 * answer of the wrong version is a wrong answer.
 */
public final class MilvusSoak {
    private static final int QUERIES = 200;
    private static final long SEED = 1;
    private static final Set<String> OPTIONS =
            Set.of("uri", "minutes", "every", "items", "dimension", "clients");

    private final MilvusIndexes milvus;
    private final List<SoakCatalogue> catalogues;
    private final Latencies loads = new Latencies();
    private volatile SoakVersion current;
    private int versions;

    private MilvusSoak(MilvusIndexes milvus, List<SoakCatalogue> catalogues) {
        this.milvus = milvus;
        this.catalogues = catalogues;
        this.current = load();
    }

    /**
     * Runs with {@code --uri URI}, and if they are to be others than usual {@code --minutes 10
     * --every 20 --items 3883 --dimension 200 --clients 2}; {@code every} are seconds. Ends with
     * code 1 where there was an error or a wrong answer.
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws InterruptedException {
        try {
            Arguments given = Arguments.of(OPTIONS, arguments);
            ClusteredVectors vectors = new ClusteredVectors(SEED, given.number("dimension", 200));
            int items = given.number("items", 3883);
            List<SoakCatalogue> catalogues =
                    List.of(
                            SoakCatalogue.of(vectors, items, QUERIES),
                            SoakCatalogue.of(vectors, items, QUERIES));
            MilvusOptions options = MilvusOptions.at(given.required("uri")).named("soak");
            try (MilvusIndexes milvus = MilvusIndexes.connect(options)) {
                clear(milvus);
                System.err.println("searching (%s)".formatted(Machine.now()));
                SoakClient.Tally tally = new MilvusSoak(milvus, catalogues).run(given);
                clear(milvus);
                tally.firstError().ifPresent(System.err::println);
                System.exit(tally.errors() + tally.wrong() == 0 ? 0 : 1);
            }
        } catch (BadInputException bad) {
            System.err.println("MilvusSoak: " + bad.getMessage());
            System.exit(2);
        }
    }

    private static void clear(MilvusIndexes milvus) {
        milvus.list().forEach(left -> milvus.drop(left.collection()));
    }

    @SuppressWarnings("SystemOut")
    private SoakClient.Tally run(Arguments given) throws InterruptedException {
        int minutes = given.number("minutes", 10);
        int clients = given.number("clients", 2);
        long start = System.nanoTime();
        long end = start + Duration.ofMinutes(minutes).toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<SoakClient.Tally>> asking = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                asking.add(threads.submit(new SoakClient(() -> current, client, end)));
            }
            switchUntil(end, Duration.ofSeconds(given.number("every", 20)));
            SoakClient.Tally tally = tally(asking);
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.println(line(tally, clients, seconds));
            current.index().close();
            return tally;
        }
    }

    private void switchUntil(long end, Duration every) throws InterruptedException {
        long next = System.nanoTime() + every.toNanos();
        Optional<SoakVersion> before = Optional.empty();
        while (next < end) {
            Thread.sleep(Duration.ofNanos(Math.max(0, next - System.nanoTime())));
            SoakVersion replaced = current;
            current = load();
            before.ifPresent(this::remove);
            before = Optional.of(replaced);
            next += every.toNanos();
        }
        Thread.sleep(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }

    /** Removes a version that nobody has asked since the switch before the last. */
    private void remove(SoakVersion version) {
        version.index().close();
        milvus.drop(version.collection());
    }

    /** Loads the next version, which becomes the active one, and checks that it has. */
    private SoakVersion load() {
        SoakCatalogue catalogue = catalogues.get(versions % catalogues.size());
        String version = "v" + versions++;
        long start = System.nanoTime();
        VectorIndex index = milvus.create(version, catalogue.dimension());
        SampleIndexes.fill(index, catalogue.items());
        loads.add(System.nanoTime() - start);
        String active = milvus.activeVersion().orElse("none");
        if (!active.equals(version)) {
            throw new IllegalStateException(
                    "the active version is %s, expected %s".formatted(active, version));
        }
        return new SoakVersion(index, catalogue, collection(version));
    }

    private String collection(String version) {
        return milvus.list().stream()
                .filter(one -> one.version().equals(version))
                .findFirst()
                .orElseThrow()
                .collection();
    }

    private static SoakClient.Tally tally(List<Future<SoakClient.Tally>> asking)
            throws InterruptedException {
        List<SoakClient.Tally> tallies = new ArrayList<>();
        try {
            for (Future<SoakClient.Tally> client : asking) {
                tallies.add(client.get());
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
        return SoakClient.Tally.together(tallies);
    }

    private String line(SoakClient.Tally tally, int clients, double seconds) {
        return String.format(
                Locale.ROOT,
                "%s: %.0f s, %d clients, %,d searches, %d errors, %d wrong answers; p50 %.2f ms, p99 %.2f ms, longest %.1f ms;"
                        + " %d versions loaded and switched to, median %.1f s, longest %.1f s",
                Instant.now().toString().substring(0, 10),
                seconds,
                clients,
                tally.latencies().size(),
                tally.errors(),
                tally.wrong(),
                tally.latencies().millis(0.5),
                tally.latencies().millis(0.99),
                tally.latencies().millis(1),
                loads.size(),
                loads.millis(0.5) / 1e3,
                loads.millis(1) / 1e3);
    }
}
