package org.tandemrec.reading;

import java.util.List;
import org.tandemrec.data.Source;

/**
 * Reads files with one JSON object a line. A column is a key of the object, or a JSON path such as
 * {@code $.artist.name}; a list is joined by the wanted separator.
 */
final class JsonLinesPass implements FilePass {
    private static final String DEFECT =
            "CASE WHEN line IS NULL OR trim(line) = '' THEN '' WHEN json IS NULL THEN 'is no JSON' WHEN json_type(json) <> 'OBJECT' THEN 'is no JSON object' END";

    private final Database database;
    private final Source source;
    private final ReadingOptions options;

    JsonLinesPass(Database database, Source source, ReadingOptions options) {
        this.database = database;
        this.source = source;
        this.options = options;
    }

    @Override
    public Rows open(DataFile file, List<Wanted> wanted, RowLedger ledger) {
        LineTable table = new LineTable(database, file, source.format());
        String sql =
                "SELECT %s FROM (SELECT line, CASE WHEN json_valid(line) THEN line END AS json FROM %s)"
                        .formatted(
                                TypedColumns.of(
                                        DEFECT,
                                        wanted,
                                        wanted.stream().map(JsonLinesPass::text).toList()),
                                table.sql());
        return new QueryRows(
                file.name(),
                table.query(sql),
                wanted,
                ledger,
                () -> table.lost(options.rejectedShown()));
    }

    private static String text(Wanted wanted) {
        String path = path(wanted.column());
        return "CASE json_type(json, %s) WHEN 'ARRAY' THEN array_to_string(json_extract_string(json, %s), %s) ELSE json_extract_string(json, %s) END"
                .formatted(
                        Sql.text(path),
                        Sql.text(path + "[*]"),
                        Sql.text(wanted.separator()),
                        Sql.text(path));
    }

    private static String path(String column) {
        return column.startsWith("$") ? column : "$.\"" + column.replace("\"", "\\\"") + "\"";
    }
}
