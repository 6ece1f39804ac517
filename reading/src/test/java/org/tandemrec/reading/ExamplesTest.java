package org.tandemrec.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemrec.reading.DatasetReaderTest.ids;
import static org.tandemrec.reading.DatasetReaderTest.interactions;
import static org.tandemrec.reading.DatasetReaderTest.lists;
import static org.tandemrec.reading.DatasetReaderTest.numbers;
import static org.tandemrec.reading.DatasetReaderTest.texts;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.TimeColumn;
import org.tandemrec.data.ValueScale;

/** The examples of docs/recipes.md: a shop, music and a feed, in every kind of file. */
class ExamplesTest {
    @TempDir Path folder;

    private static Path example(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(ExamplesTest.class.getResource("examples/" + name))
                            .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void copy(String name) throws IOException {
        try (Stream<Path> files = Files.list(example(name))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName().toString()));
            }
        }
    }

    private Dataset read() {
        return MovieFolder.read(folder, ReadingOptions.standard());
    }

    private void sql(String sql) {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(sql.replace("$FOLDER", folder.toString()));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void readsAShopWithQuotedFilesAQueryAndShelvesInAnotherFile() throws IOException {
        copy("shop");
        try (OutputStream packed =
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("orders.csv.gz")))) {
            Files.copy(folder.resolve("orders.csv"), packed);
        }

        Dataset dataset = read();

        assertThat(ids(dataset.users())).containsExactly("C-1", "C-2", "C-3");
        assertThat(texts(dataset.users(), "trade"))
                .containsExactly("joiner, carpenter", "plumber", "");
        assertThat(texts(dataset.users(), "age")).containsExactly("young", "older", "");
        assertThat(texts(dataset.items(), "title"))
                .containsExactly("Claw hammer", "7\" saw", "Fuge weiß");
        assertThat(texts(dataset.items(), "description"))
                .containsExactly("Steel head;\nhickory handle", "For bevel cuts", "Grout");
        assertThat(texts(dataset.items(), "brand")).containsExactly("Grob", "", "Kalk");
        assertThat(numbers(dataset.items(), "price")).containsExactly(24.9, 31.0, 4.5);
        assertThat(lists(dataset.items(), "tags"))
                .containsExactly(List.of("hand tool", "steel"), List.of("hand tool"), List.of());
        assertThat(lists(dataset.items(), "shelves"))
                .containsExactly(List.of("hall 1", "window"), List.of("hall 1"), List.of());
        assertThat(interactions(dataset))
                .containsExactly(
                        "C-1 A-100 3.0 1717113600",
                        "C-2 A-200 1.0 1717200000",
                        "C-2 B-300 10.0 1709337600");
        assertThat(dataset.scale()).isEqualTo(new ValueScale(1, 10, 2));
    }

    @Test
    void readsMusicFromJsonLinesAndAFolderOfParquet() throws IOException {
        copy("music");
        Files.createDirectory(folder.resolve("plays"));
        for (int part = 1; part <= 2; part++) {
            sql(
                    "COPY (SELECT * EXCLUDE part FROM '$FOLDER/plays.csv' WHERE part = %d) TO '$FOLDER/plays/%d.parquet'"
                            .formatted(part, part));
        }

        Dataset dataset = read();

        assertThat(texts(dataset.users(), "country")).containsExactly("IS", "");
        assertThat(texts(dataset.items(), "title")).containsExactly("Slow \"Rain\"", "Fast Rain");
        assertThat(texts(dataset.items(), "artist")).containsExactly("Ada", "Bo");
        assertThat(lists(dataset.items(), "moods"))
                .containsExactly(List.of("calm", "rainy"), List.of());
        assertThat(numbers(dataset.items(), "seconds")).containsExactly(201.5, -1.0);
        assertThat(interactions(dataset))
                .containsExactly(
                        "1 t1 3.0 1704103200", "2 t1 2.0 1704106800", "1 t2 1.0 1704189600");
    }

    @Test
    void readsAFeedWithoutUsersWithoutValuesAndWithMilliseconds() throws IOException {
        copy("feed");
        for (int part = 1; part <= 2; part++) {
            sql(
                    "COPY (FROM read_csv('$FOLDER/clicks-%d.tsv', delim='\t', header=false, all_varchar=true)) TO '$FOLDER/clicks-%d.tsv.zst' (FORMAT csv, DELIMITER '\t', HEADER false, COMPRESSION zstd)"
                            .formatted(part, part));
        }

        Dataset dataset = read();

        assertThat(ids(dataset.users())).containsExactly("anna@example.org", "bo@example.org");
        assertThat(texts(dataset.items(), "headline"))
                .containsExactly("Mayor \"wins\" again", "Against bicycles", "Snow");
        assertThat(lists(dataset.items(), "kind"))
                .containsExactly(List.of("is_local"), List.of("is_local", "is_opinion"), List.of());
        TimeColumn published = (TimeColumn) dataset.items().column("published").orElseThrow();
        assertThat(published.at(0)).isEqualTo(OptionalLong.of(1706772600));
        assertThat(published.at(1)).isEqualTo(OptionalLong.of(1706832000));
        assertThat(published.at(2)).isEmpty();
        assertThat(numbers(dataset.items(), "year")).containsExactly(2024.0, 2024.0, -1.0);
        assertThat(interactions(dataset))
                .containsExactly(
                        "anna@example.org 901 1.0 1706800000",
                        "bo@example.org 902 1.0 1706900000",
                        "anna@example.org 903 1.0 1707000000");
        assertThat(dataset.scale()).isEqualTo(new ValueScale(1, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "music", "feed"})
    void theDocumentShowsTheRecipesThatAreTested(String name) throws IOException {
        String recipe = Files.readString(example(name).resolve("recipe.yaml"));

        assertThat(Files.readString(Path.of("../docs/recipes.md"))).contains(recipe);
    }
}
