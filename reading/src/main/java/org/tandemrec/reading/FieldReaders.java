package org.tandemrec.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tandemrec.data.Column;
import org.tandemrec.data.Field;
import org.tandemrec.data.NumberColumn;
import org.tandemrec.data.StringListColumn;
import org.tandemrec.data.TimeColumn;

/** The readers of the types of fields. */
final class FieldReaders {
    private FieldReaders() {}

    /** Reads one value of a set. */
    static final class Category extends OneCell {
        private final Categories categories;
        private final StringCells cells = new StringCells();
        private String pending = "";

        Category(Field field) {
            super(field);
            this.categories = new Categories(field.values());
        }

        @Override
        Optional<String> accept(String text) {
            Optional<String> code =
                    text.isEmpty() ? Optional.of("") : categories.codeOf(text.strip());
            pending = code.orElse("");
            return code.isPresent() ? Optional.empty() : Optional.of(categories.refusal(text));
        }

        @Override
        public void keep() {
            cells.add(pending);
        }

        @Override
        public void keepMissing() {
            cells.add("");
        }

        @Override
        public Column column() {
            return cells.column();
        }
    }

    /** Reads words. */
    static final class Text extends OneCell {
        private final StringCells cells = new StringCells();
        private String pending = "";

        Text(Field field) {
            super(field);
        }

        @Override
        Optional<String> accept(String text) {
            pending = text.strip();
            return Optional.empty();
        }

        @Override
        public void keep() {
            cells.add(pending);
        }

        @Override
        public void keepMissing() {
            cells.add("");
        }

        @Override
        public Column column() {
            return cells.column();
        }
    }

    /** Reads quantities. */
    static final class Quantity extends OneCell {
        private final List<Double> cells = new ArrayList<>();
        private double pending = Double.NaN;

        Quantity(Field field) {
            super(field);
        }

        @Override
        Optional<String> accept(String text) {
            pending = Numbers.number(text);
            return Double.isNaN(pending) && !text.isEmpty()
                    ? Optional.of("is '%s', expected a number".formatted(text))
                    : Optional.empty();
        }

        @Override
        public void keep() {
            cells.add(pending);
        }

        @Override
        public void keepMissing() {
            cells.add(Double.NaN);
        }

        @Override
        public Column column() {
            return new NumberColumn(cells.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }

    /** Reads moments. */
    static final class Moment extends OneCell {
        private final List<Long> cells = new ArrayList<>();
        private long pending = TimeColumn.MISSING;

        Moment(Field field) {
            super(field);
        }

        @Override
        Optional<String> accept(String text) {
            pending = Moments.parse(text);
            return pending == TimeColumn.MISSING && !text.isEmpty()
                    ? Optional.of(refusal(text))
                    : Optional.empty();
        }

        static String refusal(String text) {
            return "is '%s', expected seconds since 1970 or a date such as 2024-05-31 or 2024-05-31T18:00:00Z"
                    .formatted(text);
        }

        @Override
        public void keep() {
            cells.add(pending);
        }

        @Override
        public void keepMissing() {
            cells.add(TimeColumn.MISSING);
        }

        @Override
        public Column column() {
            return new TimeColumn(cells.stream().mapToLong(Long::longValue).toArray());
        }
    }

    /** Reads several values that stand in one cell. */
    static final class Separated extends OneCell {
        private final Pattern separator;
        private final ListCells cells;

        Separated(Field field, String separator) {
            super(field, separator);
            this.separator = Pattern.compile(Pattern.quote(separator));
            this.cells = new ListCells(field);
        }

        @Override
        Optional<String> accept(String text) {
            return cells.hold(Arrays.asList(separator.split(text)));
        }

        @Override
        public void keep() {
            cells.keep();
        }

        @Override
        public void keepMissing() {
            cells.keepMissing();
        }

        @Override
        public Column column() {
            return cells.column();
        }
    }

    /** Reads values of which each has a column of its own, with 0 or 1 in it. */
    static final class Flags implements FieldReader {
        private final List<String> columns;
        private final ListCells cells;

        Flags(Field field, List<String> columns) {
            this.columns = columns;
            this.cells = new ListCells(field);
        }

        @Override
        public List<Wanted> wanted() {
            return columns.stream().map(Wanted::text).toList();
        }

        @Override
        public Optional<CellProblem> read(Rows rows, int first) {
            List<String> raised = new ArrayList<>();
            for (int position = 0; position < columns.size(); position++) {
                String cell = rows.text(first + position).strip();
                if (cell.equals("1") || cell.equalsIgnoreCase("true")) {
                    raised.add(columns.get(position));
                } else if (!cell.isEmpty()
                        && !cell.equals("0")
                        && !cell.equalsIgnoreCase("false")) {
                    String reason = "is '%s', expected 0 or 1".formatted(cell);
                    return Optional.of(new CellProblem(columns.get(position), reason));
                }
            }
            String all = String.join(", ", columns);
            return cells.hold(raised).map(reason -> new CellProblem(all, reason));
        }

        @Override
        public void keep() {
            cells.keep();
        }

        @Override
        public void keepMissing() {
            cells.keepMissing();
        }

        @Override
        public Column column() {
            return cells.column();
        }
    }

    /** Gathers the cells of a column of lists. */
    static final class ListCells {
        private final Categories categories;
        private final CellText texts;
        private final List<List<String>> cells = new ArrayList<>();
        private List<String> pending = List.of();

        ListCells(Field field) {
            this.categories = new Categories(field.values());
            this.texts = new CellText(field);
        }

        Optional<String> hold(List<String> elements) {
            List<String> codes = new ArrayList<>();
            for (String element : elements) {
                String text = element.strip();
                if (texts.isMissing(text)) {
                    continue;
                }
                Optional<String> code = categories.codeOf(text);
                if (code.isEmpty()) {
                    return Optional.of(categories.refusal(text));
                }
                if (!codes.contains(code.get())) {
                    codes.add(code.get());
                }
            }
            pending = List.copyOf(codes);
            return Optional.empty();
        }

        void keep() {
            cells.add(pending);
        }

        void keepMissing() {
            cells.add(List.of());
        }

        Column column() {
            return StringListColumn.of(cells);
        }
    }

    /** Reads a field that stands in one cell. */
    abstract static class OneCell implements FieldReader {
        private final Wanted wanted;
        private final CellText texts;

        OneCell(Field field) {
            this(field, "|");
        }

        OneCell(Field field, String separator) {
            this.wanted = new Wanted(field.column(), Wanted.Form.TEXT, separator);
            this.texts = new CellText(field);
        }

        /** Holds what a text means; gives what is wrong with it. */
        abstract Optional<String> accept(String text);

        @Override
        public List<Wanted> wanted() {
            return List.of(wanted);
        }

        @Override
        public Optional<CellProblem> read(Rows rows, int first) {
            return accept(texts.of(rows.text(first)))
                    .map(reason -> new CellProblem(wanted.column(), reason));
        }
    }
}
