package org.tandemrec.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C into a polite request: {@link #requested} becomes true, and the process lives on for
 * at most ten seconds, until the command has tidied up and said so.
 */
final class Interruption implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    private static final CountDownLatch ENDED = new CountDownLatch(1);

    private final Thread hook = new Thread(this::requestAndWait, "tandem-interruption");
    private volatile boolean requested;

    private Interruption() {}

    static Interruption watch() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Says that the process's command has spoken its last word. */
    static void commandEnded() {
        ENDED.countDown();
    }

    boolean requested() {
        return requested;
    }

    private void requestAndWait() {
        requested = true;
        try {
            if (!ENDED.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                Thread.currentThread().interrupt();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (!requested) {
            removeHook();
        }
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException alreadyShuttingDown) {
            requested = true;
        }
    }
}
