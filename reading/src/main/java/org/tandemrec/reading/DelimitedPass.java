package org.tandemrec.reading;

import java.sql.ResultSet;
import java.util.List;
import java.util.stream.IntStream;
import org.tandemrec.data.Source;

/** Reads files whose cells stand between delimiters. */
final class DelimitedPass implements FilePass {
    private final Database database;
    private final Source source;
    private final ReadingOptions options;

    DelimitedPass(Database database, Source source, ReadingOptions options) {
        this.database = database;
        this.source = source;
        this.options = options;
    }

    @Override
    public Rows open(DataFile file, List<Wanted> wanted, RowLedger ledger) {
        List<String> columns = new DelimitedColumns(source, file).find(table(file));
        int[] positions =
                wanted.stream()
                        .mapToInt(one -> DelimitedColumns.position(file, columns, one.column()))
                        .toArray();
        boolean quotes = source.format().quoted() && table(file).contains("\"");
        return quotes
                ? quotedRows(table(file), columns.size(), positions, ledger)
                : plainRows(table(file), columns.size(), positions, wanted, ledger);
    }

    private LineTable table(DataFile file) {
        return new LineTable(database, file, source.format());
    }

    private Rows quotedRows(LineTable table, int columns, int[] positions, RowLedger ledger) {
        ResultSet result = table.query("SELECT line FROM " + table.sql());
        CellSplitter splitter = new CellSplitter(source.format().delimiter().charAt(0));
        QuotedRows rows =
                new QuotedRows(
                        table.file().name(),
                        result,
                        splitter,
                        columns,
                        positions,
                        ledger,
                        () -> table.lost(options.rejectedShown()));
        if (source.format().header()) {
            rows.skipHeader();
        }
        return rows;
    }

    private Rows plainRows(
            LineTable table, int columns, int[] positions, List<Wanted> wanted, RowLedger ledger) {
        List<String> texts =
                IntStream.of(positions)
                        .mapToObj(position -> "cells[%d]".formatted(position + 1))
                        .toList();
        String defect =
                "CASE WHEN line IS NULL THEN '' WHEN len(cells) <> %d THEN 'has ' || len(cells) || ' cells, expected %d' END"
                        .formatted(columns, columns);
        String sql =
                "SELECT %s FROM (SELECT line, string_split(line, %s) AS cells FROM %s)"
                        .formatted(
                                TypedColumns.of(defect, wanted, texts),
                                Sql.text(source.format().delimiter()),
                                table.sql());
        QueryRows rows =
                new QueryRows(
                        table.file().name(),
                        table.query(sql),
                        wanted,
                        ledger,
                        () -> table.lost(options.rejectedShown()));
        if (source.format().header()) {
            rows.skipHeader();
        }
        return rows;
    }
}
