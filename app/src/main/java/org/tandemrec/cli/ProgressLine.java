package org.tandemrec.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/**
 * Progress on standard error: on a terminal one line that is rewritten at most ten times a second,
 * elsewhere a line for every stage and one at the end.
 */
final class ProgressLine implements AutoCloseable {
    private static final long NANOS_BETWEEN = 100_000_000;
    private static final int BAR = 24;

    private final PrintWriter err;
    private final String task;
    private final boolean quiet;
    private final boolean terminal =
            Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal).isPresent();
    private final long start = System.nanoTime();
    private long last = start - NANOS_BETWEEN;
    private String detail = "";

    ProgressLine(PrintWriter err, String task, boolean quiet) {
        this.err = err;
        this.task = task;
        this.quiet = quiet;
    }

    /**
     * Shows how far the task is.
     *
     * @param share of the work done, 0 to 1; negative where it is not known
     * @param what is going on
     */
    void show(double share, String what) {
        detail = what;
        long now = System.nanoTime();
        if (quiet || !terminal || now - last < NANOS_BETWEEN) {
            return;
        }
        last = now;
        err.print("\r\u001b[K" + task + " " + bar(share) + what);
        err.flush();
    }

    /** Shows that a stage begins which does not tell how far it is. */
    void stage(String what) {
        if (terminal) {
            show(-1, what);
        } else {
            line("  " + what);
        }
    }

    private static String bar(double share) {
        if (share < 0) {
            return "";
        }
        int full = (int) Math.round(Math.clamp(share, 0, 1) * BAR);
        return "[" + "=".repeat(full) + " ".repeat(BAR - full) + "] ";
    }

    /** A line of its own above the progress, kept. */
    void line(String text) {
        if (!quiet) {
            err.println((terminal ? "\r\u001b[K" : "") + text);
            err.flush();
        }
    }

    /** Ends the line with how long the task took. */
    @Override
    public void close() {
        if (quiet) {
            return;
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        err.println(
                String.format(
                        Locale.ROOT,
                        "%s%s %s(%.1f s)",
                        terminal ? "\r\u001b[K" : "",
                        task,
                        detail.isEmpty() ? "" : detail + " ",
                        seconds));
        err.flush();
    }
}
