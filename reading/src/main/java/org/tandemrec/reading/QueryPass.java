package org.tandemrec.reading;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.tandemrec.data.FileFormat;
import org.tandemrec.data.Source;

/**
 * Reads the result of a recipe's own query over a file, which it finds as the table {@code source}.
 * The cells of delimited files are texts there. A line is a row of the result.
 */
final class QueryPass implements FilePass {
    private final Database database;
    private final Source source;
    private final String query;

    QueryPass(Database database, Source source, String query) {
        this.database = database;
        this.source = source;
        this.query = query;
    }

    @Override
    public Rows open(DataFile file, List<Wanted> wanted, RowLedger ledger) {
        try {
            database.run("CREATE OR REPLACE TEMP VIEW source AS SELECT * FROM " + reader(file));
        } catch (SQLException failure) {
            throw Database.unreadable(file.name(), failure);
        }
        return new TablePass(database, file)
                .open("(%s)".formatted(query), wanted, ledger, () -> UnreadableLines.NONE);
    }

    private String reader(DataFile file) {
        String path = Sql.text(file.path().toString());
        return switch (source.format().kind()) {
            case DELIMITED -> "read_csv(%s, %s)".formatted(path, settings(source.format()));
            case JSON_LINES -> "read_json(%s, format='newline_delimited')".formatted(path);
            case PARQUET -> "read_parquet(%s)".formatted(path);
        };
    }

    private String settings(FileFormat format) {
        String columns =
                source.columns().stream()
                        .map(column -> Sql.text(column) + ": 'VARCHAR'")
                        .collect(Collectors.joining(", ", ", columns={", "}"));
        return "delim=%s, quote='%s', escape='%s', header=%s, encoding='%s', all_varchar=true%s"
                .formatted(
                        Sql.text(format.delimiter()),
                        format.quoted() ? "\"" : "",
                        format.quoted() ? "\"" : "",
                        format.header(),
                        format.encoding(),
                        source.columns().isEmpty() ? "" : ", auto_detect=false" + columns);
    }
}
