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

    /** The cells of a record; empty where its last quote is never closed. */
    Optional<List<String>> split(String record) {
        List<String> cells = new ArrayList<>();
        int position = 0;
        while (true) {
            boolean quoted = position < record.length() && record.charAt(position) == QUOTE;
            int end = quoted ? closing(record, position + 1) : endOf(record, position);
            if (end < 0) {
                return Optional.empty();
            }
            String cell = record.substring(quoted ? position + 1 : position, end);
            int next = quoted ? endOf(record, end + 1) : end;
            String rest = quoted ? record.substring(end + 1, next) : "";
            cells.add(quoted ? cell.replace("\"\"", "\"") + rest : cell);
            if (next == record.length()) {
                return Optional.of(cells);
            }
            position = next + 1;
        }
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
