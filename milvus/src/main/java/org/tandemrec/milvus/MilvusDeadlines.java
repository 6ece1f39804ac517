package org.tandemrec.milvus;

import java.time.Duration;

/**
 * How long Tandem waits for a Milvus server.
 *
 * @param connect for the first answer
 * @param call for one answer, whatever a search allows; above zero
 * @param load for a collection to be indexed and brought into memory
 */
public record MilvusDeadlines(Duration connect, Duration call, Duration load) {
    /** Refuses a deadline that is over before it starts. */
    public MilvusDeadlines {
        requirePositive("connect-deadline", connect);
        requirePositive("call-deadline", call);
        requirePositive("load-deadline", load);
    }

    /** Five seconds to connect, thirty for one answer, half an hour to load. */
    public static MilvusDeadlines usual() {
        return new MilvusDeadlines(
                Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofMinutes(30));
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw MilvusSettings.invalid(
                    "'%s' is %s, expected more than zero".formatted(name, duration));
        }
    }
}
