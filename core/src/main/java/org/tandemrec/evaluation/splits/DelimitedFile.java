package org.tandemrec.evaluation.splits;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tandemrec.data.BadInputException;

/**
 * A small text file of ids in columns. The delimiter (tab, {@code ::}, comma, semicolon or bar) is
 * the first of these in its first line; that line is a header if one of its cells is a known name.
 * Cells may stand in double quotes but not hold the delimiter.
 */
final class DelimitedFile {
    /** Takes the cells of one line. */
    @FunctionalInterface
    interface Row {
        void accept(int line, List<String> cells);
    }

    private static final List<String> DELIMITERS = List.of("\t", "::", ",", ";", "|");
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path path;
    private final String delimiter;
    private final List<String> header;
    private final int columns;

    private DelimitedFile(Path path, String delimiter, List<String> header, int columns) {
        this.path = path;
        this.delimiter = delimiter;
        this.header = header;
        this.columns = columns;
    }

    /**
     * Looks at the first line.
     *
     * @param names what a column may be called, in lower case
     */
    static DelimitedFile open(Path path, Set<String> names) {
        try (BufferedReader reader = reader(path)) {
            String first = reader.readLine();
            if (first == null || first.isBlank()) {
                throw new BadInputException(
                        "%s: its first line is empty, expected ids".formatted(path));
            }
            String delimiter = delimiter(first);
            List<String> cells = cells(first, delimiter);
            List<String> lower = cells.stream().map(c -> c.toLowerCase(Locale.ROOT)).toList();
            boolean named = lower.stream().anyMatch(names::contains);
            return new DelimitedFile(path, delimiter, named ? lower : List.of(), cells.size());
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
    }

    private static BufferedReader reader(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new BadInputException("%s: no such file".formatted(path));
        }
        return Files.newBufferedReader(path, StandardCharsets.UTF_8);
    }

    private static BadInputException unreadable(Path path, IOException cause) {
        String found =
                cause instanceof CharacterCodingException
                        ? "holds bytes that are no UTF-8; save it as UTF-8"
                        : "cannot be read (%s)".formatted(cause.getMessage());
        return new BadInputException("%s: %s".formatted(path, found), cause);
    }

    private static String delimiter(String line) {
        return DELIMITERS.stream().filter(line::contains).findFirst().orElse(",");
    }

    private static List<String> cells(String line, String delimiter) {
        List<String> cells = new ArrayList<>();
        int from = 0;
        for (int to = line.indexOf(delimiter); to >= 0; to = line.indexOf(delimiter, from)) {
            cells.add(cell(line.substring(from, to)));
            from = to + delimiter.length();
        }
        cells.add(cell(line.substring(from)));
        return cells;
    }

    private static String cell(String raw) {
        String text = raw.strip();
        if (text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(1);
        }
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /** The names of the columns in lower case; empty where the first line holds ids already. */
    List<String> header() {
        return header;
    }

    /** How many cells the first line has. */
    int columns() {
        return columns;
    }

    /** How it is written, for a notice. */
    String writing() {
        String name = delimiter.equals("\t") ? "tab" : "'" + delimiter + "'";
        String between = columns == 1 ? "one column" : "delimiter " + name;
        return between + (header.isEmpty() ? ", no header" : ", header " + shortened(header));
    }

    private static String shortened(List<String> names) {
        return names.size() <= 4
                ? String.join(",", names)
                : String.join(",", names.subList(0, 2)) + ",…," + names.getLast();
    }

    String name() {
        return String.valueOf(path.getFileName());
    }

    /**
     * Reads all lines below the header; blank ones are skipped.
     *
     * @throws BadInputException if a line has another number of cells than the first
     */
    void forEach(Row row) {
        forEachOfAnyLength((line, cells) -> row.accept(line, checked(line, cells)));
    }

    /** Reads all lines below the header, whatever the number of their cells. */
    void forEachOfAnyLength(Row row) {
        try (BufferedReader reader = reader(path)) {
            int line = 0;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                boolean ids = line > 1 || header.isEmpty();
                if (ids && !text.isBlank()) {
                    row.accept(line, cells(text, delimiter));
                }
            }
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
    }

    private List<String> checked(int line, List<String> cells) {
        if (cells.size() != columns) {
            throw at(line, "%d cells, expected %d as in line 1".formatted(cells.size(), columns));
        }
        return cells;
    }

    /** A complaint about one line. */
    BadInputException at(int line, String complaint) {
        return new BadInputException("%s:%d: %s".formatted(path, line, complaint));
    }
}
