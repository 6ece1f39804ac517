package org.tandemrec.reading;

import java.io.Closeable;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.tandemrec.data.BadInputException;

/**
 * DuckDB in memory. It may read below the given folders and nowhere else, whatever SQL a recipe
 * brings, and it fetches no extensions. One result is open at a time. Not safe for threads.
 */
final class Database implements Closeable {
    private final Connection connection;
    private int tables;

    private Database(Connection connection) {
        this.connection = connection;
    }

    /**
     * Starts a database.
     *
     * @param folders where files may be read
     * @param scratch where it may write what does not fit into memory
     */
    static Database open(List<Path> folders, Path scratch) {
        Properties settings = new Properties();
        settings.setProperty("jdbc_stream_results", "true");
        settings.setProperty("temp_directory", scratch.toString());
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        try {
            Database database = new Database(DriverManager.getConnection("jdbc:duckdb:", settings));
            database.lockInto(folders);
            return database;
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB does not start", failure);
        }
    }

    private void lockInto(List<Path> folders) throws SQLException {
        List<String> allowed = new ArrayList<>();
        folders.forEach(folder -> allowed.add(Sql.text(folder + "/")));
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET allowed_directories=[%s]".formatted(String.join(",", allowed)));
            statement.execute("SET enable_external_access=false");
            statement.execute("SET lock_configuration=true");
        }
    }

    /** A name for a table that no other has. */
    String freshName(String role) {
        tables++;
        return role + "_" + tables;
    }

    /** Runs a statement without a result. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Starts a query; closing the result closes everything it needed. */
    ResultSet query(String sql) throws SQLException {
        Statement statement = connection.createStatement();
        try {
            statement.closeOnCompletion();
            return statement.executeQuery(sql);
        } catch (SQLException failure) {
            statement.close();
            throw failure;
        }
    }

    /** Adds rows to a table; closing it closes nothing else. */
    DuckDBAppender appender(String table) throws SQLException {
        return connection.unwrap(DuckDBConnection.class).createAppender(table);
    }

    /** What a failed query says about a file, as one line. */
    static BadInputException unreadable(String file, SQLException failure) {
        List<String> lines = String.valueOf(failure.getMessage()).lines().toList();
        String telling =
                lines.stream()
                        .filter(line -> line.startsWith("Error: "))
                        .findFirst()
                        .orElse(lines.getFirst());
        String reason = telling.replaceFirst("^(\\w+ )*Error: (\\w+ )*(Error: )?", "");
        return new BadInputException("%s cannot be read: %s".formatted(file, reason), failure);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException("DuckDB does not stop", failure);
        }
    }
}
