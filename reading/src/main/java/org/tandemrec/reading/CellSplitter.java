package org.tandemrec.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits lines into cells where a cell may stand in double quotes (RFC 4180): inside of them the
 * delimiter is text, two quotes are one, and the line may end and go on. A quote inside an unquoted
 * cell is text, as in {@code The 7" single}.
 */
final class CellSplitter {
    private static final char QUOTE = '"';

    private final char delimiter;

    CellSplitter(char delimiter) {
        this.delimiter = delimiter;
    }

    /** The cells of a line; empty where its last quote is not closed in it. */
    Optional<List<String>> split(String line) {
        return split(line, true);
    }

    /**
     * The cells of a record of several lines, in which nothing may stand between a closing quote
     * and the delimiter: there it would mean that a quote was forgotten lines ago. Empty where that
     * is so, or where the last quote is not closed.
     */
    Optional<List<String>> splitLines(String record) {
        return split(record, false);
    }

    private Optional<List<String>> split(String record, boolean lenient) {
        List<String> cells = new ArrayList<>();
        int position = 0;
        while (true) {
            boolean quoted = position < record.length() && record.charAt(position) == QUOTE;
            int end = quoted ? closing(record, position + 1) : endOf(record, position);
            int next = quoted && end >= 0 ? endOf(record, end + 1) : end;
            if (end < 0 || (quoted && next > end + 1 && !lenient)) {
                return Optional.empty();
            }
            cells.add(
                    quoted
                            ? unquoted(record.substring(position + 1, end))
                                    + record.substring(end + 1, next)
                            : record.substring(position, end));
            if (next == record.length()) {
                return Optional.of(cells);
            }
            position = next + 1;
        }
    }

    private static String unquoted(String text) {
        return text.replace("\"\"", "\"");
    }

    private int endOf(String record, int from) {
        int end = record.indexOf(delimiter, from);
        return end < 0 ? record.length() : end;
    }

    private static int closing(String record, int from) {
        int quote = record.indexOf(QUOTE, from);
        while (quote >= 0 && quote + 1 < record.length() && record.charAt(quote + 1) == QUOTE) {
            quote = record.indexOf(QUOTE, quote + 2);
        }
        return quote;
    }
}
