package org.tandemrec.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a moment as seconds since 1970: {@code now}, a number, or a time with its offset. */
final class MomentConverter implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
        if (text.equals("now")) {
            return Instant.now().getEpochSecond();
        }
        try {
            return text.matches("-?\\d{1,12}")
                    ? Long.parseLong(text)
                    : OffsetDateTime.parse(text).toEpochSecond();
        } catch (DateTimeException unreadable) {
            throw new TypeConversionException(
                    "found '%s', expected now, seconds since 1970 or a time such as 2026-03-01T20:15:00Z"
                            .formatted(text));
        }
    }
}
