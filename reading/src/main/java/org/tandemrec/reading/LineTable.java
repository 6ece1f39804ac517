package org.tandemrec.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tandemrec.data.FileFormat;

/**
 * A file as a table of its lines, in the one column {@code line}, blank ones as nulls. Lines, and
 * not cells, are what DuckDB's reader is asked for, because then the count of its rows is the
 * number of the line, and a row with too many or too few cells can be told from a good one.
 */
final class LineTable {
    private static final String LONGEST_LINE = "2000000";

    private final Database database;
    private final DataFile file;
    private final FileFormat format;
    private final String lost;

    LineTable(Database database, DataFile file, FileFormat format) {
        this.database = database;
        this.file = file;
        this.format = format;
        this.lost = database.freshName("lost");
    }

    DataFile file() {
        return file;
    }

    /** The table as an expression for a FROM; what it cannot read is noted as {@link #lost}. */
    String sql() {
        return table(
                "store_rejects=true, rejects_table='%s', rejects_scan='%s_scan', rejects_limit=0, "
                        .formatted(lost, lost));
    }

    /** The same table for a glance at it, with nothing noted. */
    String glance() {
        return table("");
    }

    private String table(String noting) {
        return "read_csv(%s, delim=%s, quote='', escape='', comment='', header=false, auto_detect=false, strict_mode=false, ignore_errors=true, %smax_line_size=%s, encoding='%s', columns={'line': 'VARCHAR'})"
                .formatted(
                        Sql.text(file.path().toString()),
                        format.delimiter().contains("\u0001") ? "chr(2)" : "chr(1)",
                        noting,
                        LONGEST_LINE,
                        format.encoding());
    }

    ResultSet query(String sql) {
        try {
            return database.query(sql);
        } catch (SQLException failure) {
            throw Database.unreadable(file.name(), failure);
        }
    }

    /** The first lines; blank ones are empty. */
    List<String> first(int most) {
        List<String> lines = new ArrayList<>();
        try (ResultSet result = query("SELECT line FROM %s LIMIT %d".formatted(sql(), most))) {
            while (result.next()) {
                String line = result.getString(1);
                lines.add(line == null ? "" : line);
            }
        } catch (SQLException failure) {
            throw Database.unreadable(file.name(), failure);
        }
        return lines;
    }

    /** Whether a line holds that text. */
    boolean contains(String text) {
        String sql =
                "SELECT 1 FROM %s WHERE contains(line, %s) LIMIT 1"
                        .formatted(glance(), Sql.text(text));
        try (ResultSet result = query(sql)) {
            return result.next();
        } catch (SQLException failure) {
            throw Database.unreadable(file.name(), failure);
        }
    }

    /** The lines that the last complete pass over {@link #sql} could not read. */
    UnreadableLines lost(int most) {
        String sql =
                "SELECT line, error_type::VARCHAR, count(*) OVER () FROM %s ORDER BY line LIMIT %d"
                        .formatted(lost, most);
        List<UnreadableLines.Line> first = new ArrayList<>();
        long count = 0;
        try (ResultSet result = query(sql)) {
            while (result.next()) {
                first.add(new UnreadableLines.Line(result.getLong(1), reason(result.getString(2))));
                count = result.getLong(3);
            }
            database.run("DROP TABLE " + lost);
        } catch (SQLException failure) {
            throw Database.unreadable(file.name(), failure);
        }
        return new UnreadableLines(first, count);
    }

    private String reason(String errorType) {
        return switch (errorType) {
            case "INVALID ENCODING", "INVALID_ENCODING" ->
                    "is not valid %s; is the encoding %s?"
                            .formatted(
                                    format.encoding(),
                                    format.encoding().equals("utf-8") ? "latin-1" : "utf-8");
            case "LINE SIZE OVER MAXIMUM" ->
                    "is longer than %s bytes, the longest line that is read"
                            .formatted(LONGEST_LINE);
            default -> "cannot be read (%s)".formatted(errorType.toLowerCase(Locale.ROOT));
        };
    }
}
