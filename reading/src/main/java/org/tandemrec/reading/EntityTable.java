package org.tandemrec.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandemrec.data.CellLayout;
import org.tandemrec.data.Column;
import org.tandemrec.data.Entities;
import org.tandemrec.data.Field;
import org.tandemrec.data.FieldType;
import org.tandemrec.data.Source;
import org.tandemrec.data.StringColumn;

/** The users or items read so far. */
final class EntityTable {
    private static final int ID_CELL = 0;

    private final IdIndex ids = new IdIndex();
    private final Map<String, FieldReader> readers = new LinkedHashMap<>();

    /** A table of entities of which nothing is known but their ids. */
    static EntityTable ofIdsAlone() {
        return new EntityTable();
    }

    /**
     * Reads every row of a source.
     *
     * @param source where the entities lie
     * @param scan passes over its files
     * @param ledger is told of every row
     */
    static EntityTable read(Source source, SourceScan scan, RowLedger ledger) {
        EntityTable table = new EntityTable();
        Field id = source.first(FieldType.ID).orElseThrow();
        for (Field field : source.fields()) {
            if (field.type() != FieldType.ID) {
                table.readers.put(field.name(), reader(field, source, id, scan, ledger));
            }
        }
        List<Wanted> wanted = new ArrayList<>();
        wanted.add(new Wanted(id.column(), Wanted.Form.ID, "|"));
        table.readers.values().forEach(reader -> wanted.addAll(reader.wanted()));
        scan.scan(source, wanted, ledger, rows -> table.take(rows, id.column(), ledger));
        return table;
    }

    private static FieldReader reader(
            Field field, Source source, Field id, SourceScan scan, RowLedger ledger) {
        return switch (field.type()) {
            case CATEGORY -> new CategoryReader(field);
            case TEXT -> new TextReader(field);
            case NUMBER -> new NumberReader(field);
            case TIME -> new TimeReader(field);
            case CATEGORIES ->
                    switch (field.cells().orElseThrow()) {
                        case CellLayout.Separated in -> new SeparatedReader(field, in.separator());
                        case CellLayout.Flags in -> new FlagsReader(field, in.columns());
                        case CellLayout.OtherFile in ->
                                OtherFileValues.read(field, in, source, id.column(), scan, ledger);
                    };
            case ID, VALUE ->
                    throw new IllegalArgumentException(
                            "users and items have no field of type " + field.type().word());
        };
    }

    private void take(Rows rows, String idColumn, RowLedger ledger) {
        if (rows.integer(ID_CELL) == Rows.NO_INTEGER && rows.text(ID_CELL).isBlank()) {
            ledger.reject(rows.line(), idColumn, "is empty, expected an id");
            return;
        }
        if (ids.codeOf(rows, ID_CELL) != IdIndex.ABSENT) {
            ledger.reject(rows.line(), idColumn, repeated(rows.text(ID_CELL)));
            return;
        }
        Optional<CellProblem> problem = readFields(rows);
        if (problem.isPresent()) {
            ledger.reject(rows.line(), problem.get().column(), problem.get().reason());
            return;
        }
        ids.add(rows, ID_CELL);
        readers.values().forEach(FieldReader::keep);
    }

    private static String repeated(String id) {
        return "is '%s', which stands on an earlier line; the first is kept".formatted(id);
    }

    private Optional<CellProblem> readFields(Rows rows) {
        int cell = ID_CELL + 1;
        for (FieldReader reader : readers.values()) {
            Optional<CellProblem> problem = reader.read(rows, cell);
            if (problem.isPresent()) {
                return problem;
            }
            cell += reader.wanted().size();
        }
        return Optional.empty();
    }

    /** The code of the entity whose id stands in a cell, or {@link IdIndex#ABSENT}. */
    int codeOf(Rows rows, int cell) {
        return ids.codeOf(rows, cell);
    }

    /** Adds an entity of which nothing is known but the id in a cell. */
    int addMissing(Rows rows, int cell) {
        readers.values().forEach(FieldReader::keepMissing);
        return ids.add(rows, cell);
    }

    int size() {
        return ids.size();
    }

    /** The distinct ids in the order of their codes. */
    List<String> ids() {
        return ids.ids();
    }

    /** Everything read so far. */
    Entities entities() {
        Map<String, Column> columns = new LinkedHashMap<>();
        readers.forEach((field, reader) -> columns.put(field, reader.column()));
        return new Entities(StringColumn.of(ids.ids()), columns);
    }
}
