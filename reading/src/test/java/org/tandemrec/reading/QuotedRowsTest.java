package org.tandemrec.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemrec.data.Dataset;

class QuotedRowsTest {
    @TempDir Path folder;

    private Dataset read(String... items) {
        MovieFolder movies = MovieFolder.in(folder);
        movies.without("users.dat").without("movies.dat").without("ratings.dat");
        return movies.with("movies.csv", StandardCharsets.UTF_8, items)
                .with(
                        "ratings.csv",
                        StandardCharsets.UTF_8,
                        "userId,movieId,rating,timestamp",
                        "1,1,5,1")
                .readAll();
    }

    private static List<String> rejected(Dataset dataset) {
        return dataset.report().rejected().stream().map(Object::toString).toList();
    }

    @Test
    void countsLinesThroughCellsThatGoOnOverSeveral() {
        Dataset dataset =
                read(
                        "movieId,title,genres",
                        "1,\"A",
                        "",
                        "B, and \"\"C\"\"\",Drama",
                        "",
                        "2,\"C\"",
                        "3,D,Drama",
                        "x\"y,E,F,G");

        assertThat(DatasetReaderTest.texts(dataset.items(), "title"))
                .containsExactly("A\n\nB, and \"C\"", "D");
        assertThat(rejected(dataset))
                .containsExactly(
                        "movies.csv:6: has 2 cells, expected 3",
                        "movies.csv:8: has 4 cells, expected 3");
    }

    @Test
    void losesOneRowAndNotTheRestOfTheFileToAQuoteThatIsNeverClosed() {
        Dataset dataset =
                read(
                        "movieId,title,genres",
                        "1,\"A",
                        "B\",Drama",
                        "2,\"C,Drama",
                        "3,D,Drama",
                        "",
                        "4,E",
                        "5,\"F\",Drama");

        assertThat(DatasetReaderTest.ids(dataset.items())).containsExactly("1", "3", "5");
        assertThat(rejected(dataset))
                .containsExactly(
                        "movies.csv:4: has a quote that is never closed",
                        "movies.csv:7: has 2 cells, expected 3");
    }

    @Test
    void findsAQuoteFarFromTheBeginningOfTheFile() {
        String[] lines = new String[3001];
        lines[0] = "movieId,title,genres";
        IntStream.range(1, 3000).forEach(line -> lines[line] = line + ",Plain,Drama");
        lines[3000] = "3000,\"Last, and Quoted\",Drama";

        Dataset dataset = read(lines);

        assertThat(DatasetReaderTest.texts(dataset.items(), "title").getLast())
                .isEqualTo("Last, and Quoted");
    }
}
