package org.tandemrec.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.Entities;
import org.tandemrec.data.Interactions;
import org.tandemrec.data.NumberColumn;
import org.tandemrec.data.StringColumn;
import org.tandemrec.data.StringListColumn;
import org.tandemrec.data.ValueScale;

class DatasetReaderTest {
    @TempDir Path folder;

    static List<String> interactions(Dataset dataset) {
        Interactions all = dataset.interactions();
        return IntStream.range(0, all.size())
                .mapToObj(
                        row ->
                                "%s %s %s %d"
                                        .formatted(
                                                all.users().at(row).orElseThrow(),
                                                all.items().at(row).orElseThrow(),
                                                all.value(row),
                                                all.time(row).orElse(-1)))
                .toList();
    }

    static List<String> ids(Entities entities) {
        return texts(entities.ids());
    }

    static List<String> texts(Entities entities, String field) {
        return texts((StringColumn) entities.column(field).orElseThrow());
    }

    private static List<String> texts(StringColumn column) {
        return IntStream.range(0, column.size())
                .mapToObj(cell -> column.at(cell).orElse(""))
                .toList();
    }

    static List<List<String>> lists(Entities entities, String field) {
        StringListColumn column = (StringListColumn) entities.column(field).orElseThrow();
        return IntStream.range(0, column.size()).mapToObj(column::at).toList();
    }

    static List<Double> numbers(Entities entities, String field) {
        NumberColumn column = (NumberColumn) entities.column(field).orElseThrow();
        return IntStream.range(0, column.size())
                .mapToObj(cell -> column.at(cell).orElse(-1))
                .toList();
    }

    @Test
    void readsUsersItemsAndInteractionsInTheOrderOfTheFiles() {
        Dataset dataset = MovieFolder.in(folder).read();

        assertThat(dataset.recipe().name()).isEqualTo("ml-1m");
        assertThat(ids(dataset.users())).containsExactly("1", "2", "3");
        assertThat(texts(dataset.users(), "gender")).containsExactly("F", "M", "M");
        assertThat(texts(dataset.users(), "age")).containsExactly("1", "56", "25");
        assertThat(texts(dataset.users(), "occupation")).containsExactly("10", "16", "15");
        assertThat(ids(dataset.items())).containsExactly("10", "20", "30");
        assertThat(texts(dataset.items(), "title"))
                .containsExactly("Café de Flore (1995)", "Jungle Dice (1996)", "Untitled");
        assertThat(lists(dataset.items(), "genres"))
                .containsExactly(List.of("Animation", "Comedy"), List.of("Adventure"), List.of());
        assertThat(numbers(dataset.items(), "year")).containsExactly(1995.0, 1996.0, -1.0);
        assertThat(interactions(dataset))
                .containsExactly(
                        "1 10 5.0 1000000760",
                        "1 20 3.0 1000002109",
                        "2 10 1.0 1000001968",
                        "3 10 4.0 1000001777",
                        "3 30 2.0 1000001778");
        assertThat(dataset.scale()).isEqualTo(new ValueScale(1, 5, 1));
        assertThat(dataset.report().rows()).isEqualTo(11);
        assertThat(dataset.report().rejectedRows()).isZero();
        assertThat(dataset.report().notices()).isEmpty();
    }

    @Test
    void readsTheSameFromAFolderInTheFolderAndFromAZip() throws IOException {
        MovieFolder movies = MovieFolder.in(folder.resolve("outer/inner"));
        Dataset direct = movies.read();

        Dataset outer = MovieFolder.read(folder.resolve("outer"), ReadingOptions.standard());
        Dataset zipped =
                MovieFolder.read(movies.zip(folder.resolve("data.zip")), ReadingOptions.standard());

        assertThat(interactions(outer)).isEqualTo(interactions(direct));
        assertThat(interactions(zipped)).isEqualTo(interactions(direct));
        assertThat(texts(zipped.items(), "title")).isEqualTo(texts(direct.items(), "title"));
    }

    @Test
    void leavesNothingOfAZipInTheTemporaryFolder() throws IOException {
        Path zip = MovieFolder.in(folder.resolve("movies")).zip(folder.resolve("data.zip"));
        List<Path> before = temporaryFolders();

        MovieFolder.read(zip, ReadingOptions.standard());

        assertThat(temporaryFolders()).isSubsetOf(before);
    }

    private static List<Path> temporaryFolders() throws IOException {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        try (Stream<Path> all = Files.list(temporary)) {
            return all.filter(path -> path.getFileName().toString().startsWith("tandem-")).toList();
        }
    }

    @Test
    void keepsTheLastOfRepeatedInteractionsByTimeAndThenByLine() {
        Dataset dataset =
                MovieFolder.in(folder)
                        .with(
                                "ratings.dat",
                                "1::10::5::200",
                                "2::10::2::50",
                                "1::10::4::100",
                                "1::20::3::300",
                                "1::20::2::300",
                                "3::30::1::1")
                        .read();

        assertThat(interactions(dataset))
                .containsExactly("1 10 5.0 200", "2 10 2.0 50", "1 20 2.0 300", "3 30 1.0 1");
        assertThat(dataset.report().notices())
                .contains(entry("repeated interactions, of which the last is kept", 2L));
    }

    @Test
    void acceptsUsersWithoutInteractionsAndItemsWithoutAnyAndCountsThem() {
        Dataset dataset = MovieFolder.in(folder).with("ratings.dat", "1::10::5::200").read();

        assertThat(dataset.users().size()).isEqualTo(3);
        assertThat(dataset.items().size()).isEqualTo(3);
        assertThat(dataset.report().notices())
                .containsExactly(
                        entry("users without interactions", 2L),
                        entry("items without interactions", 2L));
    }

    @Test
    void acceptsAUserWithoutARowWithMissingAttributes() {
        Dataset dataset =
                MovieFolder.in(folder)
                        .with("ratings.dat", "9::10::5::200", "1::10::5::200", "9::20::1::3")
                        .read();

        assertThat(ids(dataset.users())).containsExactly("1", "2", "3", "9");
        assertThat(texts(dataset.users(), "gender")).containsExactly("F", "M", "M", "");
        assertThat(dataset.report().notices())
                .contains(entry("users whose attributes are not known", 1L));
    }

    @Test
    void takesTheUsersFromTheInteractionsWhereThereIsNoFileOfThem() {
        MovieFolder movies = new Catalogue(folder).files();
        Dataset dataset = movies.read();

        assertThat(dataset.recipe().name()).isEqualTo("ml-latest");
        assertThat(ids(dataset.users())).containsExactly("7", "3");
        assertThat(lists(dataset.items(), "genres")).containsExactly(List.of("Drama"), List.of());
        assertThat(texts(dataset.items(), "title"))
                .containsExactly("Old \"Yeller\", The (1957)", "Ride, The");
        assertThat(interactions(dataset))
                .containsExactly("7 2 4.5 100", "7 1 0.5 101", "3 1 5.0 102");
        assertThat(dataset.report().notices()).isEmpty();
    }

    /** Files in the layout of MovieLens latest. */
    private record Catalogue(Path folder) {
        MovieFolder files() {
            return MovieFolder.in(folder)
                    .without("users.dat")
                    .without("movies.dat")
                    .without("ratings.dat")
                    .with(
                            "movies.csv",
                            StandardCharsets.UTF_8,
                            "movieId,title,genres",
                            "1,\"Old \"\"Yeller\"\", The (1957)\",Drama",
                            "2,\"Ride, The\",(no genres listed)")
                    .with(
                            "ratings.csv",
                            StandardCharsets.UTF_8,
                            "userId,movieId,rating,timestamp",
                            "7,2,4.5,100",
                            "7,1,0.5,101",
                            "3,1,5.0,102");
        }
    }

    @Test
    void readsFlagsAndTurnsPlainAgesIntoGroups() {
        MovieFolder movies = MovieFolder.in(folder);
        movies.without("users.dat").without("movies.dat").without("ratings.dat");
        movies.with("u.user", "1|24|M|technician|85711", "2|53|F|other|94043")
                .with(
                        "u.item",
                        "5|Copycat (1995)|01-Jan-1995||http://x|0|0|0|0|0|0|1|0|1|0|0|0|0|0|0|0|1|0|0",
                        "6|\"Odd\" (1996)|||http://x|1|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0|0")
                .with("u.data", "2\t5\t3\t881250949", "1\t6\t4\t881250950");

        Dataset dataset = movies.read();

        assertThat(texts(dataset.users(), "age")).containsExactly("18", "50");
        assertThat(texts(dataset.users(), "occupation")).containsExactly("technician", "other");
        assertThat(lists(dataset.items(), "genres"))
                .containsExactly(List.of("Crime", "Drama", "Thriller"), List.of());
        assertThat(texts(dataset.items(), "title"))
                .containsExactly("Copycat (1995)", "\"Odd\" (1996)");
    }

    @Test
    void acceptsIdsWithSpacesAndEmojiAndLeadingZeros() {
        MovieFolder movies = new Catalogue(folder).files();
        movies.with(
                        "movies.csv",
                        StandardCharsets.UTF_8,
                        "movieId,title,genres",
                        "the one,A,Drama",
                        "🎬 2,B,Drama",
                        "007,C,Drama",
                        "7,D,Drama")
                .with(
                        "ratings.csv",
                        StandardCharsets.UTF_8,
                        "userId,movieId,rating,timestamp",
                        "anna b,🎬 2,4.5,100",
                        "😀,the one,1.0,101",
                        "007,007,2.0,102",
                        "7,7,3.0,103");

        assertThat(interactions(movies.read()))
                .containsExactly(
                        "anna b 🎬 2 4.5 100",
                        "😀 the one 1.0 101",
                        "007 007 2.0 102",
                        "7 7 3.0 103");
    }

    @Test
    void acceptsOneUserOnly() {
        Dataset dataset =
                MovieFolder.in(folder)
                        .with("users.dat", "1::F::1::10::11111")
                        .with("ratings.dat", "1::10::5::200", "1::20::1::200")
                        .read();

        assertThat(ids(dataset.users())).containsExactly("1");
        assertThat(dataset.interactions().size()).isEqualTo(2);
    }

    @Test
    void readsWindowsLineEndsAndAByteOrderMark() {
        MovieFolder movies = new Catalogue(folder).files();
        movies.withBytes(
                "ratings.csv",
                "\uFEFFuserId,movieId,rating,timestamp\r\n7,2,4.5,100\r\n\r\n3,1,9,101\r\n3,1,5,102"
                        .getBytes(StandardCharsets.UTF_8));

        Dataset dataset = movies.readAll();

        assertThat(interactions(dataset)).containsExactly("7 2 4.5 100", "3 1 5.0 102");
        assertThat(dataset.report().rejected())
                .extracting(Object::toString)
                .containsExactly("ratings.csv:4: rating is 9, expected 0.5 to 5 in steps of 0.5");
    }

    @Test
    void tellsTheListenerOfEveryFile() {
        List<String> heard = new ArrayList<>();
        MovieFolder movies = MovieFolder.in(folder);

        new DatasetReader(ReadingOptions.standard(), (file, rows) -> heard.add(file + " " + rows))
                .read(movies.path(), Optional.empty());

        assertThat(heard).containsExactly("users.dat 3", "movies.dat 3", "ratings.dat 5");
    }
}
