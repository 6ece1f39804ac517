package org.tandemrec.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tandemrec.index.DenseVector;
import org.tandemrec.index.SearchRequest;
import org.tandemrec.index.VectorIndex;

/**
 * What some clients, each asking again as soon as it has its answer, saw of an index.
 *
 * @param perSecond answers to all of them together
 */
record ClientLoad(int clients, double p50Millis, double p99Millis, double perSecond) {
    private static final int K = 10;

    /** Lets clients ask for ten nearest for some seconds, after a fifth of that unmeasured. */
    static ClientLoad of(
            VectorIndex index, List<DenseVector> queries, int clients, double seconds) {
        run(index, queries, clients, seconds / 5);
        Latencies all = run(index, queries, clients, seconds);
        return new ClientLoad(clients, all.millis(0.5), all.millis(0.99), all.size() / seconds);
    }

    private static Latencies run(
            VectorIndex index, List<DenseVector> queries, int clients, double seconds) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Latencies>> asking = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                int first = client * queries.size() / clients;
                asking.add(threads.submit(() -> ask(index, queries, first, end)));
            }
            List<Latencies> seen = new ArrayList<>();
            for (Future<Latencies> client : asking) {
                seen.add(client.get());
            }
            return Latencies.together(seen);
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Latencies ask(
            VectorIndex index, List<DenseVector> queries, int first, long end) {
        Latencies latencies = new Latencies();
        int at = first;
        for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
            index.search(SearchRequest.nearest(queries.get(at), K));
            latencies.add(System.nanoTime() - start);
            at = (at + 1) % queries.size();
        }
        return latencies;
    }
}
