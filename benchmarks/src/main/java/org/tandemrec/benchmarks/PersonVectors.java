package org.tandemrec.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.TimeColumn;
import org.tandemrec.embeddings.Embedder;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.ModelStore;

/**
 * Measures how long the user tower of a store's active bundle takes for one person at a time, by
 * how much they did: their newest events, as many as are asked for, whose number must be had by at
 * least one known person, at the moment of the last of them.
 */
final class PersonVectors {
    private static final int WARM_UP = 1_000;
    private static final int ROUNDS = 3_000;
    private static final int[] EVENTS = {0, 10, 50, 200, 1_000};

    private PersonVectors() {}

    public static void main(String[] arguments) {
        try {
            Arguments options = Arguments.of(Set.of("store"), arguments);
            try (ModelBundleAndTowers opened = open(Path.of(options.required("store")))) {
                report(opened.bundle(), opened.embedder());
            }
        } catch (BadInputException failure) {
            System.err.println(failure.getMessage());
            System.exit(2);
        }
    }

    /** A bundle and its towers, which are closed. */
    private record ModelBundleAndTowers(ModelBundle bundle, Embedder embedder)
            implements AutoCloseable {
        @Override
        public void close() {
            embedder.close();
        }
    }

    private static ModelBundleAndTowers open(Path store) {
        ModelBundle bundle = ModelStore.at(store).openActive();
        return new ModelBundleAndTowers(bundle, new Embedder(bundle));
    }

    private static void report(ModelBundle bundle, Embedder embedder) {
        System.out.printf(
                Locale.ROOT,
                "preset %s, %d numbers a vector, one person at a time, %s%n",
                bundle.manifest().preset(),
                bundle.manifest().dimension(),
                Machine.now());
        EncodedHistories histories = bundle.userHistories();
        for (int events : EVENTS) {
            int[] people = people(histories, events);
            if (people.length > 0) {
                Latencies latencies = measure(bundle, embedder, histories, people, events);
                System.out.printf(
                        Locale.ROOT,
                        "%,5d past interactions: median %.3f ms, p99 %.3f ms%n",
                        events,
                        latencies.millis(0.5),
                        latencies.millis(0.99));
            }
        }
    }

    private static int[] people(EncodedHistories histories, int events) {
        return IntStream.range(1, histories.rows())
                .filter(row -> histories.size(row) >= events)
                .toArray();
    }

    private static Latencies measure(
            ModelBundle bundle,
            Embedder embedder,
            EncodedHistories histories,
            int[] people,
            int events) {
        EncodedTable users = bundle.users();
        Latencies latencies = new Latencies();
        for (int round = 0; round < WARM_UP + ROUNDS; round++) {
            int row = people[round % people.length];
            EncodedHistories history = newest(histories, row, events);
            long start = System.nanoTime();
            embedder.person(users.select(new int[] {row}), history);
            if (round >= WARM_UP) {
                latencies.add(System.nanoTime() - start);
            }
        }
        return latencies;
    }

    private static EncodedHistories newest(EncodedHistories histories, int row, int events) {
        int end = histories.start(row) + histories.size(row);
        long moment = events == 0 ? TimeColumn.MISSING : histories.times()[end - 1];
        return EncodedHistories.one(
                Arrays.copyOfRange(histories.others(), end - events, end),
                Arrays.copyOfRange(histories.values(), end - events, end),
                Arrays.copyOfRange(histories.times(), end - events, end),
                moment);
    }
}
