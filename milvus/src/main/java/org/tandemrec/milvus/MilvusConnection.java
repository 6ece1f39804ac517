package org.tandemrec.milvus;

import io.milvus.v2.client.MilvusClientV2;
import io.milvus.v2.client.RetryConfig;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tandemrec.index.Deadline;
import org.tandemrec.index.IndexException;

/**
 * A connection to one server, shared by the indexes on it and closed with the last of them. No call
 * waits longer than its deadline, and none waits for a server that is gone. Safe for any number of
 * threads.
 */
final class MilvusConnection implements AutoCloseable {
    /** What is done while the two sides agree on how to speak. */
    static final String CONNECTING = "connecting";

    /** How often a call that takes long looks whether the server is still there. */
    private static final long LOOK_MILLIS = 500;

    private static final long REST_MILLIS = 50;
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final MilvusOptions options;
    private final ExecutorService calls = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicInteger holders = new AtomicInteger(1);
    private final MilvusClientV2 client;

    private MilvusConnection(MilvusOptions options) {
        this.options = options;
        this.client =
                await(
                        options.deadlines().connect(),
                        () -> connect(options),
                        () -> slow(CONNECTING, options.deadlines().connect()));
    }

    /**
     * A connection to the server of the options.
     *
     * @throws IndexException where the server cannot be reached, refuses Tandem, or does not have
     *     the database
     */
    static MilvusConnection open(MilvusOptions options) {
        if (isRefused(options)) {
            throw MilvusFailure.unreachable(options);
        }
        return new MilvusConnection(options);
    }

    private static MilvusClientV2 connect(MilvusOptions options) {
        MilvusClientV2 client = new MilvusClientV2(ConnectSettings.of(options));
        // The client's own attempts cannot be bounded by a call's deadline.
        client.retryConfig(RetryConfig.builder().maxRetryTimes(1).build());
        if (Thread.currentThread().isInterrupted()) {
            // Nobody waits for it any more.
            client.close();
        }
        return client;
    }

    MilvusOptions options() {
        return options;
    }

    /** Another holder, who closes it too. */
    MilvusConnection share() {
        holders.incrementAndGet();
        return this;
    }

    /** What the server answers within a search's deadline. */
    <T> T search(Deadline deadline, Function<MilvusClientV2, T> question) {
        deadline.check();
        return await(deadline.remaining(), () -> question.apply(client), deadline::exceeded);
    }

    /** What the server answers within the deadline of one call; a busy one is asked again. */
    <T> T ask(String doing, Function<MilvusClientV2, T> question) {
        Duration allowed = options.deadlines().call();
        Deadline deadline = Deadline.in(allowed);
        while (true) {
            try {
                return await(
                        deadline.remaining(),
                        () -> question.apply(client),
                        () -> slow(doing, allowed));
            } catch (IndexException failure) {
                if (!MilvusFailure.isPassing(failure) || deadline.remaining().isZero()) {
                    throw failure;
                }
                rest();
            }
        }
    }

    /** Waits a moment before another attempt. */
    void rest() {
        try {
            Thread.sleep(REST_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw MilvusFailure.interrupted(options);
        }
    }

    private IndexException slow(String doing, Duration allowed) {
        return MilvusFailure.tooSlow(options, doing, allowed);
    }

    private <T> T await(Duration allowed, Callable<T> call, Supplier<IndexException> late) {
        Future<T> answer = calls.submit(call);
        try {
            return await(answer, allowed, late);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw MilvusFailure.interrupted(options);
        } catch (ExecutionException | CancellationException failed) {
            throw MilvusFailure.of(options, failed);
        } finally {
            answer.cancel(true);
        }
    }

    private <T> T await(Future<T> answer, Duration allowed, Supplier<IndexException> late)
            throws InterruptedException, ExecutionException {
        long nanos =
                allowed.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT.toNanos() : allowed.toNanos();
        long end = System.nanoTime() + nanos;
        while (true) {
            long left = end - System.nanoTime();
            try {
                return answer.get(
                        Math.min(left, TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)),
                        TimeUnit.NANOSECONDS);
            } catch (TimeoutException _) {
                if (end - System.nanoTime() <= 0) {
                    throw late.get();
                }
                // The client waits for a dead server to come back; a caller should not.
                if (isRefused(options)) {
                    throw MilvusFailure.unreachable(options);
                }
            }
        }
    }

    /** Whether nothing listens at the address; a network that does not answer tells nothing. */
    private static boolean isRefused(MilvusOptions options) {
        MilvusServer server = options.server();
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(server.host(), server.port()),
                    Math.toIntExact(LOOK_MILLIS));
            return false;
        } catch (ConnectException | UnknownHostException _) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public void close() {
        if (holders.decrementAndGet() == 0) {
            calls.shutdownNow();
            client.close();
        }
    }
}
