package org.tandemrec.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.function.IntFunction;
import org.duckdb.DuckDBAppender;
import org.tandemrec.data.BadInputException;

/**
 * Vectors as a Parquet file for other programs: the columns {@code id} (string) and {@code vector}
 * (list of float), a row for each vector, in the order given.
 */
public final class VectorFile {
    private static final String TABLE = "vectors";

    private VectorFile() {}

    /**
     * Writes a file. It appears whole or not at all; one that is there is replaced.
     *
     * @param ids of the rows
     * @param vectorAt the vector of each row
     * @throws BadInputException where the file cannot be written
     */
    public static void write(Path file, List<String> ids, IntFunction<float[]> vectorAt) {
        if (Files.isDirectory(file)) {
            throw new BadInputException(
                    "%s is a folder, expected the name of a Parquet file".formatted(file));
        }
        try (TemporaryFolder unfinished = TemporaryFolder.beside(file)) {
            Path parquet = unfinished.path().resolve("vectors.parquet");
            write(unfinished.path(), parquet, ids, vectorAt);
            Files.move(
                    parquet,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | SQLException failure) {
            throw new BadInputException(
                    "%s cannot be written: %s; nothing was left there"
                            .formatted(file, failure.getMessage()),
                    failure);
        }
    }

    private static void write(
            Path folder, Path parquet, List<String> ids, IntFunction<float[]> vectorAt)
            throws SQLException {
        try (Database database = Database.open(List.of(folder), folder)) {
            database.run("CREATE TABLE %s (id VARCHAR, vector FLOAT[])".formatted(TABLE));
            try (DuckDBAppender rows = database.appender(TABLE)) {
                for (int row = 0; row < ids.size(); row++) {
                    rows.beginRow().append(ids.get(row)).append(vectorAt.apply(row)).endRow();
                }
            }
            database.run(
                    "COPY %s TO %s (FORMAT parquet)"
                            .formatted(TABLE, Sql.text(parquet.toString())));
        }
    }
}
