package org.tandemrec.reading.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads from a connection and gives up when nothing comes for too long, which the HTTP client's own
 * timeout does not do once an answer has begun. One thread reads, another watches the clock.
 */
final class SilenceGuard implements AutoCloseable {
    private final InputStream body;
    private final Duration longest;
    private final AtomicBoolean silent = new AtomicBoolean();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("watch-download").factory());

    private SilenceGuard(InputStream body, Duration longest) {
        this.body = body;
        this.longest = longest;
    }

    static SilenceGuard over(InputStream body, Duration longest) {
        return new SilenceGuard(body, longest);
    }

    /** Reads like the connection itself. */
    int read(byte[] buffer) throws IOException {
        ScheduledFuture<?> alarm =
                clock.schedule(this::giveUp, longest.toMillis(), TimeUnit.MILLISECONDS);
        try {
            int read = body.read(buffer);
            if (silent.get()) {
                throw silence();
            }
            return read;
        } catch (IOException failure) {
            throw silent.get() ? silence() : failure;
        } finally {
            alarm.cancel(false);
        }
    }

    private IOException silence() {
        return new IOException("nothing came for %d seconds".formatted(longest.toSeconds()));
    }

    private void giveUp() {
        silent.set(true);
        try {
            body.close();
        } catch (IOException alreadyClosed) {
            // The reading thread sees the end of the stream either way.
            return;
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
