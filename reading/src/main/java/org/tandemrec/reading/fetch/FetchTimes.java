package org.tandemrec.reading.fetch;

import java.time.Duration;

/**
 * How long to wait.
 *
 * @param connect for a connection
 * @param silence for the next byte of an answer
 */
public record FetchTimes(Duration connect, Duration silence) {
    public FetchTimes {
        if (connect.isNegative() || connect.isZero() || silence.isNegative() || silence.isZero()) {
            throw new IllegalArgumentException("times to wait have to be above zero");
        }
    }

    /** Ten seconds for a connection, thirty for the next byte. */
    public static FetchTimes standard() {
        return new FetchTimes(Duration.ofSeconds(10), Duration.ofSeconds(30));
    }
}
