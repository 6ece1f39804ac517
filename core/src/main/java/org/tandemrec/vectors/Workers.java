package org.tandemrec.vectors;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fixed number of threads that share ranges of work; the calling thread is one of them. Who does
 * which range is left to chance, so a task must give the same result for every way of cutting its
 * range. To be used from one thread at a time, and closed by whoever made it.
 */
public final class Workers implements AutoCloseable {
    private final int threads;
    private final ExecutorService others;

    private Workers(int threads) {
        this.threads = threads;
        this.others =
                Executors.newFixedThreadPool(
                        Math.max(1, threads - 1),
                        Thread.ofPlatform().daemon().name("tandem-worker-", 1).factory());
    }

    /** Workers on this many threads, at least one. */
    public static Workers of(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException(
                    "threads is %d, expected at least 1".formatted(threads));
        }
        return new Workers(threads);
    }

    public int threads() {
        return threads;
    }

    /**
     * Runs the task on the numbers 0 to {@code count - 1}, cut into ranges of {@code grain}, and
     * returns when all are done. A single range runs on the calling thread, without any hand-over.
     */
    public void forRanges(int count, int grain, RangeTask task) {
        if (threads == 1 || count <= grain) {
            task.run(0, count);
            return;
        }
        AtomicInteger next = new AtomicInteger();
        Runnable share = () -> runShare(count, grain, next, task);
        List<Future<?>> shares = new ArrayList<>();
        for (int helper = 1; helper < threads; helper++) {
            shares.add(others.submit(share));
        }
        try {
            share.run();
        } finally {
            shares.forEach(Workers::await);
        }
    }

    private static void runShare(int count, int grain, AtomicInteger next, RangeTask task) {
        for (int from = next.getAndAdd(grain); from < count; from = next.getAndAdd(grain)) {
            task.run(from, Math.min(count, from + grain));
        }
    }

    /** Waits to the end even when interrupted: a running share still writes into the arrays. */
    private static void await(Future<?> share) {
        boolean interrupted = false;
        while (true) {
            try {
                share.get();
                break;
            } catch (InterruptedException again) {
                interrupted = true;
            } catch (ExecutionException failure) {
                throw new IllegalStateException("a worker failed", failure.getCause());
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        others.shutdown();
    }
}
