package org.tandemrec.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandemrec.data.CellLayout;
import org.tandemrec.data.Column;
import org.tandemrec.data.Field;
import org.tandemrec.data.FileFormat;
import org.tandemrec.data.Source;

/** Reads a field whose values stand in another file, one a row, beside the id they belong to. */
final class OtherFileValues implements FieldReader {
    private final String idColumn;
    private final String file;
    private final Map<String, List<String>> valuesOf = new HashMap<>();
    private final ListCells cells;

    private OtherFileValues(Field field, String idColumn, String file) {
        this.idColumn = idColumn;
        this.file = file;
        this.cells = new ListCells(field);
    }

    /** Reads the whole other file. */
    static OtherFileValues read(
            Field field,
            CellLayout.OtherFile other,
            Source source,
            String idColumn,
            SourceScan scan,
            RowLedger ledger) {
        OtherFileValues values = new OtherFileValues(field, idColumn, other.file());
        List<Wanted> wanted = List.of(Wanted.text(other.key()), Wanted.text(other.value()));
        scan.scan(sourceOf(other, source), wanted, ledger, values::note);
        return values;
    }

    private static Source sourceOf(CellLayout.OtherFile other, Source source) {
        FileFormat format = source.format();
        FileFormat sameFormat =
                new FileFormat(
                        format.kind(),
                        format.delimiter(),
                        other.columns().isEmpty(),
                        format.encoding(),
                        format.quoted());
        return new Source(other.file(), sameFormat, Optional.empty(), other.columns(), List.of());
    }

    private void note(Rows rows) {
        valuesOf.computeIfAbsent(rows.text(0), unseen -> new ArrayList<>()).add(rows.text(1));
    }

    @Override
    public List<Wanted> wanted() {
        return List.of(Wanted.text(idColumn));
    }

    @Override
    public Optional<CellProblem> read(Rows rows, int first) {
        return cells.hold(valuesOf.getOrDefault(rows.text(first), List.of()))
                .map(reason -> new CellProblem(file, reason));
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
