package org.tandemrec.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandemrec.data.Column;
import org.tandemrec.data.Field;

/** Reads values of which each has a column of its own, with 0 or 1 in it. */
final class FlagsReader implements FieldReader {
    private final List<String> columns;
    private final ListCells cells;

    FlagsReader(Field field, List<String> columns) {
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
            } else if (!cell.isEmpty() && !cell.equals("0") && !cell.equalsIgnoreCase("false")) {
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
