package org.tandemrec.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.tandemrec.data.TimeColumn;

/**
 * Moments in texts: seconds since 1970, milliseconds since 1970, or a date with or without a time
 * as ISO 8601 writes it. Where no offset is given it is UTC.
 */
final class Moments {
    /** Larger counts are milliseconds: as seconds they would lie beyond the year 5000. */
    private static final long MOST_SECONDS = 100_000_000_000L;

    private Moments() {}

    /** The seconds since 1970 for a count of seconds or milliseconds. */
    static long seconds(long count) {
        return Math.abs(count) < MOST_SECONDS ? count : Math.floorDiv(count, 1000L);
    }

    /** The seconds since 1970, or {@link TimeColumn#MISSING} where the text is no moment. */
    static long parse(String text) {
        String trimmed = text.strip().replace(' ', 'T');
        double count = Numbers.number(trimmed);
        if (!Double.isNaN(count)) {
            return seconds((long) Math.floor(count));
        }
        try {
            return iso(trimmed);
        } catch (DateTimeException noMoment) {
            return TimeColumn.MISSING;
        }
    }

    private static long iso(String text) {
        if (!text.contains("T")) {
            return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
        }
        return text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
                ? OffsetDateTime.parse(text).toEpochSecond()
                : LocalDateTime.parse(text).toEpochSecond(ZoneOffset.UTC);
    }
}
