package org.tandemrec.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemrec.data.BadInputException;

class VectorFileTest {
    @TempDir private Path folder;

    @Test
    void anotherProgramReadsTheVectorsInTheirOrder() throws SQLException {
        float[][] vectors = {{1, -0.5f}, {Float.MIN_VALUE, 3.4e38f}};
        VectorFile.write(file(), List.of("b", "it's ü"), row -> vectors[row]);
        assertThat(rows("SELECT id, vector[1], vector[2], len(vector) FROM read_parquet(?)"))
                .containsExactly(
                        List.of("b", 1f, -0.5f, 2L),
                        List.of("it's ü", Float.MIN_VALUE, 3.4e38f, 2L));
    }

    @Test
    void theColumnsAreAStringAndAListOfFloats() throws SQLException {
        VectorFile.write(file(), List.of("a"), _ -> new float[] {1, 2, 3});
        assertThat(rows("SELECT column_name, column_type FROM (DESCRIBE FROM read_parquet(?))"))
                .containsExactly(List.of("id", "VARCHAR"), List.of("vector", "FLOAT[]"));
    }

    @Test
    void tensOfThousandsKeepTheirOrder() throws SQLException {
        List<String> ids = IntStream.range(0, 70_000).mapToObj(Integer::toString).toList();
        VectorFile.write(file(), ids, row -> new float[] {row, 1});
        assertThat(rows("SELECT id FROM read_parquet(?) WHERE id::FLOAT = vector[1]"))
                .extracting(row -> row.getFirst().toString())
                .containsExactlyElementsOf(ids);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsRefusedAndNothingIsLeft() throws IOException {
        Path noFolder = Files.writeString(folder.resolve("note"), "").resolve("vectors.parquet");
        assertThatThrownBy(() -> VectorFile.write(noFolder, List.of(), _ -> new float[0]))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("cannot be written");
        assertThatThrownBy(() -> VectorFile.write(folder, List.of(), _ -> new float[0]))
                .hasMessageContaining("is a folder");
        assertThat(folder).isDirectoryNotContaining("glob:**/.tandem-*");
    }

    private Path file() {
        return folder.resolve("vectors.parquet");
    }

    private List<List<Object>> rows(String query) throws SQLException {
        String sql = query.replace("?", "'%s'".formatted(file()));
        List<List<Object>> rows = new ArrayList<>();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                ResultSet result = duckdb.createStatement().executeQuery(sql)) {
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                    row.add(result.getObject(column));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}
