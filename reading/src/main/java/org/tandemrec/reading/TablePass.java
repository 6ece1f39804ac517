package org.tandemrec.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads what has typed columns already: Parquet files, and the results of a recipe's own query. */
final class TablePass {
    private final Database database;
    private final DataFile file;

    TablePass(Database database, DataFile file) {
        this.database = database;
        this.file = file;
    }

    /** The rows of a table, given as an expression for a FROM; a line is a row of it. */
    Rows open(
            String table,
            List<Wanted> wanted,
            RowLedger ledger,
            Supplier<UnreadableLines> unreadable) {
        try {
            Map<String, String> types = typesOf(table);
            List<String> texts = new ArrayList<>();
            for (Wanted one : wanted) {
                int position =
                        DelimitedColumns.position(file, List.copyOf(types.keySet()), one.column());
                texts.add(text(one, List.copyOf(types.values()).get(position)));
            }
            String columns = TypedColumns.of("NULL::VARCHAR", wanted, texts);
            ResultSet result = database.query("SELECT %s FROM %s".formatted(columns, table));
            return new QueryRows(file.name(), result, wanted, ledger, unreadable);
        } catch (SQLException failure) {
            throw Database.unreadable(file.name(), failure);
        }
    }

    private Map<String, String> typesOf(String table) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        try (ResultSet result = database.query("DESCRIBE SELECT * FROM " + table)) {
            while (result.next()) {
                types.put(result.getString(1), result.getString(2));
            }
        }
        return types;
    }

    private static String text(Wanted wanted, String type) {
        String name = Sql.name(wanted.column());
        if (type.endsWith("[]")) {
            return "array_to_string(%s, %s)".formatted(name, Sql.text(wanted.separator()));
        }
        if (type.startsWith("TIMESTAMP") || type.equals("DATE")) {
            return "CAST(CAST(floor(epoch(%s)) AS BIGINT) AS VARCHAR)".formatted(name);
        }
        return "CAST(%s AS VARCHAR)".formatted(name);
    }
}
