package org.tandemrec.index;

import java.math.BigDecimal;
import java.time.Duration;

/** The moment by which one search must have ended. */
public final class Deadline {
    private static final long LONGEST_SECONDS = Long.MAX_VALUE / 1_000_000_000L;

    private final long start = System.nanoTime();
    private final long nanos;

    private Deadline(long nanos) {
        this.nanos = nanos;
    }

    /** A deadline that runs from now on. */
    public static Deadline in(Duration allowed) {
        boolean countable = allowed.toSeconds() < LONGEST_SECONDS;
        return new Deadline(countable ? allowed.toNanos() : Long.MAX_VALUE);
    }

    boolean isOver() {
        return System.nanoTime() - start > nanos;
    }

    /** The time that is left; zero when it is over. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanos - (System.nanoTime() - start)));
    }

    /** Fails when the time is over. */
    public void check() {
        if (isOver()) {
            throw exceeded();
        }
    }

    /** The failure of a search that took longer. */
    public IndexException exceeded() {
        String seconds = BigDecimal.valueOf(nanos, 9).stripTrailingZeros().toPlainString();
        return new IndexException(
                IndexException.Kind.TIMEOUT,
                "the search did not end within %s s; allow more time or ask for fewer items"
                        .formatted(seconds));
    }
}
