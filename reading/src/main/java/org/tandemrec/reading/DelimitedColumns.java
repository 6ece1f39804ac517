package org.tandemrec.reading;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Source;
import org.tandemrec.data.Suggestion;

/** Finds the columns of a delimited file, and notices early when it is another kind of file. */
final class DelimitedColumns {
    private static final int GLANCE = 20;
    private static final int MOST_COLUMNS = 10_000;
    private static final int LONGEST_LIST = 20;
    private static final List<String> DELIMITERS = List.of(",", "\t", ";", "|", "::", " ");

    private final Source source;
    private final DataFile file;

    DelimitedColumns(Source source, DataFile file) {
        this.source = source;
        this.file = file;
    }

    /**
     * The columns' names in order.
     *
     * @throws BadInputException where the file is empty, or its lines do not have these columns
     */
    List<String> find(LineTable table) {
        List<String> lines = table.first(GLANCE).stream().filter(line -> !line.isBlank()).toList();
        if (lines.isEmpty()) {
            throw nothingIn(table);
        }
        List<String> first = cells(lines.getFirst(), source.format().delimiter());
        if (first.size() > MOST_COLUMNS) {
            throw new BadInputException(
                    "%s:1: found %d cells, at most %d are read; are the delimiter and the line ends right?"
                            .formatted(file.name(), first.size(), MOST_COLUMNS));
        }
        if (source.columns().isEmpty()) {
            return first.stream().map(String::strip).toList();
        }
        requireOneOf(lines);
        return source.columns();
    }

    private BadInputException nothingIn(LineTable table) {
        UnreadableLines unreadable = table.lost(1);
        if (unreadable.count() == 0) {
            return new BadInputException("%s is empty, expected rows".formatted(file.name()));
        }
        UnreadableLines.Line line = unreadable.first().getFirst();
        return new BadInputException(line.in(file.name()).toString());
    }

    private void requireOneOf(List<String> lines) {
        String delimiter = source.format().delimiter();
        int expected = source.columns().size();
        if (lines.stream().anyMatch(line -> cells(line, delimiter).size() == expected)) {
            return;
        }
        throw new BadInputException(
                "%s:1: found %d cells between '%s', expected %d (%s)%s"
                        .formatted(
                                file.name(),
                                cells(lines.getFirst(), delimiter).size(),
                                visible(delimiter),
                                expected,
                                String.join(", ", source.columns()),
                                betterDelimiter(lines.getFirst(), expected)));
    }

    private String betterDelimiter(String line, int expected) {
        Optional<String> better =
                DELIMITERS.stream()
                        .filter(delimiter -> cells(line, delimiter).size() == expected)
                        .findFirst();
        return better.map(found -> "; is the delimiter '%s'?".formatted(visible(found))).orElse("");
    }

    private static String visible(String delimiter) {
        return delimiter.replace("\t", "\\t");
    }

    private List<String> cells(String line, String delimiter) {
        if (source.format().quoted() && delimiter.length() == 1) {
            return new CellSplitter(delimiter.charAt(0)).split(line).orElse(List.of(line));
        }
        return Stream.of(line.split(Pattern.quote(delimiter), -1)).toList();
    }

    /**
     * Where that column stands.
     *
     * @throws BadInputException where there is no such column
     */
    static int position(DataFile file, List<String> columns, String column) {
        int position = columns.indexOf(column);
        if (position < 0) {
            List<String> shown = columns.subList(0, Math.min(columns.size(), LONGEST_LIST));
            throw new BadInputException(
                    "%s has no column '%s', found %s%s%s"
                            .formatted(
                                    file.name(),
                                    column,
                                    String.join(", ", shown),
                                    columns.size() > shown.size() ? ", …" : "",
                                    Suggestion.hint(column, columns)));
        }
        return position;
    }
}
