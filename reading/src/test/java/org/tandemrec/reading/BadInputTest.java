package org.tandemrec.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Dataset;

class BadInputTest {
    @TempDir Path folder;
    private MovieFolder movies = MovieFolder.notYet();

    @BeforeEach
    void write() {
        movies = MovieFolder.in(folder.resolve("movies"));
    }

    private static void assertRefused(ThrowingCallable reading, String line) {
        assertThatThrownBy(reading).isInstanceOf(BadInputException.class).hasMessage(line);
    }

    private static List<String> rejected(Dataset dataset) {
        return dataset.report().rejected().stream().map(Object::toString).toList();
    }

    @Test
    void aPathThatDoesNotExist() {
        Path absent = folder.resolve("absent");
        assertRefused(
                () -> MovieFolder.read(absent, ReadingOptions.standard()),
                absent + " does not exist, expected a folder or a zip with the data");
    }

    @Test
    void aFolderWithOnlyRatings() {
        movies.without("users.dat").without("movies.dat");
        assertRefused(
                movies::read,
                movies.path()
                        + " looks like MovieLens 1M but has no movies.dat and no users.dat; found ratings.dat; name a recipe with --recipe NAME|FILE or add recipe.yaml");
    }

    @Test
    void aMissingFileOfANamedRecipe() {
        movies.without("movies.dat");
        assertRefused(
                () -> MovieFolder.read(movies.path(), "ml-1m"),
                movies.path() + " has no file movies.dat; found ratings.dat, users.dat");
    }

    @Test
    void aFolderThatIsOfNoRecipe() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertRefused(
                () -> MovieFolder.read(empty, ReadingOptions.standard()),
                empty
                        + " is not recognised as data of ml-1m, ml-100k, ml-latest; found no files; name a recipe with --recipe NAME|FILE or add recipe.yaml");
    }

    @Test
    void aFileThatIsNoZip() {
        Path file = movies.path("ratings.dat");
        assertRefused(
                () -> MovieFolder.read(file, ReadingOptions.standard()),
                file
                        + " is no zip, expected a folder or a zip; where it is one file of your data, name the folder that holds it");
    }

    @Test
    void anEmptyFileInPlaceOfAZip() throws IOException {
        Path file = Files.createFile(folder.resolve("ratings.csv"));
        assertRefused(
                () -> MovieFolder.read(file, ReadingOptions.standard()),
                file + " is empty, expected a folder or a zip");
    }

    @Test
    void aTruncatedZip() throws IOException {
        Path zip = movies.zip(folder.resolve("data.zip"));
        byte[] whole = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(whole, whole.length / 2));
        assertRefused(
                () -> MovieFolder.read(zip, ReadingOptions.standard()),
                zip
                        + " is no whole zip (zip END header not found); if it was downloaded, it may be cut off: fetch it again");
    }

    @Test
    void aZipWithADamagedFile() throws IOException {
        byte[] incompressible = new byte[5000];
        new Random(7).nextBytes(incompressible);
        Path zip = movies.zip(folder.resolve("data.zip"));
        Map<String, byte[]> members = new TreeMap<>();
        members.put("movies.dat", incompressible);
        members.put("ratings.dat", incompressible);
        members.put("users.dat", incompressible);
        MovieFolder.zip(zip, members);
        byte[] content = Files.readAllBytes(zip);
        content[content.length / 2 + 3000] ^= 1;
        Files.write(zip, content);

        assertThatThrownBy(() -> MovieFolder.read(zip, ReadingOptions.standard()))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith(zip + ": users.dat is damaged (")
                .hasMessageEndingWith("); if it was downloaded, fetch it again");
    }

    @Test
    void aZipThatWritesOutsideOfItsFolder() {
        Path zip =
                MovieFolder.zip(folder.resolve("evil.zip"), Map.of("../evil.txt", new byte[] {1}));
        assertRefused(
                () -> MovieFolder.read(zip, ReadingOptions.standard()),
                zip
                        + " holds the file '../evil.txt', which leads out of the folder it is unpacked to; refused");
        assertThat(folder.resolve("evil.txt")).doesNotExist();
    }

    @Test
    void aWrongDelimiter() {
        movies.with("ratings.dat", "1,10,5,1000000760", "1,20,3,1000002109");
        assertRefused(
                movies::read,
                "ratings.dat:1: found 1 cells between '::', expected 4 (user, item, rating, time); is the delimiter ','?");
    }

    @Test
    void anEmptyFile() {
        assertRefused(
                movies.withBytes("ratings.dat", new byte[0])::read,
                "ratings.dat is empty, expected rows");
        assertRefused(
                movies.with("ratings.dat", "", " ")::read, "ratings.dat is empty, expected rows");
    }

    @Test
    void aFileWithNothingButAHeader() {
        movies.with("movies.csv", "movieId,title,genres")
                .with("ratings.csv", "userId,movieId,rating,timestamp");
        assertRefused(
                () -> MovieFolder.read(movies.path(), "ml-latest"),
                "movies.csv has no rows, expected some items");
    }

    @Test
    void aHeaderWithoutANeededColumn() {
        movies.with("movies.csv", "movie_id,title,genres", "1,A,B")
                .with("ratings.csv", "userId,movieId,rating,timestamp");
        assertRefused(
                () -> MovieFolder.read(movies.path(), "ml-latest"),
                "movies.csv has no column 'movieId', found movie_id, title, genres; did you mean 'movie_id'?");
    }

    @Test
    void aRatingThatIsNoNumber() {
        movies.with("ratings.dat", "1::10::5::1", "2::10::x::1", "2::20::::1", "3::10::6::1");
        assertRefused(
                movies::read,
                "3 of 4 rows of interactions cannot be read (75.0 %, allowed 1.0 %), the first: ratings.dat:2: rating is 'x', expected a number; 'tandem check' shows them, --rejected-limit allows more");
        assertThat(rejected(movies.readAll()))
                .containsExactly(
                        "ratings.dat:2: rating is 'x', expected a number",
                        "ratings.dat:3: rating is empty, expected a number",
                        "ratings.dat:4: rating is 6, expected 1 to 5 in steps of 1");
    }

    @Test
    void oneBadRowInTwoHundredIsReportedAndTheRestIsRead() {
        List<String> lines = new ArrayList<>(Collections.nCopies(199, "1::10::5::1"));
        lines.add(100, "1::10::2.5::1");
        movies.with("ratings.dat", lines.toArray(String[]::new));

        Dataset dataset = movies.read();

        assertThat(rejected(dataset))
                .containsExactly("ratings.dat:101: rating is 2.5, expected 1 to 5 in steps of 1");
        assertThat(dataset.report().rejectedRows()).isEqualTo(1);
        assertThat(dataset.report().rows()).isEqualTo(206);
    }

    @Test
    void anItemThatIsNotAmongTheItems() {
        movies.with("ratings.dat", "1::10::5::1", "2::99::5::1", "2::::5::1", "::10::5::1");
        assertThat(rejected(movies.readAll()))
                .containsExactly(
                        "ratings.dat:2: item is '99', which is not among the items",
                        "ratings.dat:3: item is empty, expected an id",
                        "ratings.dat:4: user is empty, expected an id");
    }

    @Test
    void rowsWithTooFewOrTooManyCells() {
        movies.with("ratings.dat", "1::10::5::1", "1::20::5", "", "1::30::5::1::2");
        assertThat(rejected(movies.readAll()))
                .containsExactly(
                        "ratings.dat:2: has 3 cells, expected 4",
                        "ratings.dat:4: has 5 cells, expected 4");
    }

    @Test
    void anAgeOfMinusThreeAndAJobThatDoesNotExist() {
        movies.with(
                "users.dat",
                "1::F::-3::10::1",
                "2::M::25::21::1",
                "3::X::25::1::1",
                "4::F::33::programmer::1");
        Dataset dataset = movies.readAll();

        assertThat(rejected(dataset))
                .containsExactly(
                        "users.dat:1: age is '-3', expected one of 1 (under 18), 18 (18-24), 25 (25-34), 35 (35-44), 45 (45-49), 50 (50-55), 56 (56+) or a number in 0..17, 18..24, 25..34, 35..44, 45..49, 50..55, 56..130",
                        "users.dat:2: occupation is '21', expected one of 0 (other), 1 (academic/educator), 2 (artist), 3 (clerical/admin), 4 (college/grad student), 5 (customer service), 6 (doctor/health care), 7 (executive/managerial), 8 (farmer), 9 (homemaker), 10 (K-12 student), 11 (lawyer), 12 (programmer), 13 (retired), 14 (sales/marketing), 15 (scientist), 16 (self-employed), 17 (technician/engineer), 18 (tradesman/craftsman), 19 (unemployed), 20 (writer)",
                        "users.dat:3: gender is 'X', expected one of F (female), M (male)");
        assertThat(DatasetReaderTest.texts(dataset.users(), "age")).startsWith("25");
        assertThat(DatasetReaderTest.texts(dataset.users(), "occupation")).startsWith("12");
    }

    @Test
    void idsThatStandTwice() {
        movies.with("users.dat", "1::F::1::10::1", "2::M::25::1::1", "1::M::25::1::1")
                .with("movies.dat", "10::A::B", "10::C::D", "20::E::F", "30::G::H", "::I::J");
        Dataset dataset = movies.readAll();

        assertThat(rejected(dataset))
                .containsExactly(
                        "users.dat:3: id is '1', which stands on an earlier line; the first is kept",
                        "movies.dat:2: id is '10', which stands on an earlier line; the first is kept",
                        "movies.dat:5: id is empty, expected an id");
        assertThat(DatasetReaderTest.texts(dataset.users(), "gender")).startsWith("F");
    }

    @Test
    void latin1BytesInAFileThatShouldBeUtf8() {
        movies.with(
                        "movies.csv",
                        "movieId,title,genres",
                        "1,Plain,A",
                        "2,Café,B",
                        "3,Plain,C",
                        "1,Again,C")
                .with("ratings.csv", "userId,movieId,rating,timestamp", "1,1,5,1");
        assertRefused(
                () -> MovieFolder.read(movies.path(), "ml-latest"),
                "2 of 4 rows of items cannot be read (50.0 %, allowed 1.0 %), the first: movies.csv:3: is not valid utf-8; is the encoding latin-1?; 'tandem check' shows them, --rejected-limit allows more");
        movies.without("movies.dat").without("users.dat").without("ratings.dat");
        assertThat(rejected(movies.readAll()))
                .containsExactly(
                        "movies.csv:3: is not valid utf-8; is the encoding latin-1?",
                        "movies.csv:5: movieId is '1', which stands on an earlier line; the first is kept");
    }

    @Test
    void aMillionColumns() {
        String wide = String.join(",", Collections.nCopies(999_999, ""));
        movies.with("movies.csv", wide, wide)
                .with("ratings.csv", "userId,movieId,rating,timestamp", "1,1,5,1");
        assertRefused(
                () -> MovieFolder.read(movies.path(), "ml-latest"),
                "movies.csv:1: found 999999 cells, at most 10000 are read; are the delimiter and the line ends right?");
        movies.with("ratings.dat", String.join("::", Collections.nCopies(1_000_000, "1")));
        assertRefused(
                movies::read,
                "ratings.dat:1: is longer than 2000000 bytes, the longest line that is read");
    }

    @Test
    void aRowOfAMillionCellsAmongGoodOnes() {
        movies.with("ratings.dat", "1::10::5::1", "1::20::" + "::".repeat(900_000), "1::30::5::1");
        assertThat(rejected(movies.readAll()))
                .containsExactly("ratings.dat:2: has 900003 cells, expected 4");
    }

    @Test
    void aFileThatMayNotBeRead() throws IOException {
        Path file = movies.path("ratings.dat");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeTrue(!Files.isReadable(file), "this user may read every file");
        assertRefused(movies::read, file + " cannot be read; check its permissions");
    }

    @Test
    void aRecipeWithUnknownKeys() {
        movies.with("recipe.yaml", StandardCharsets.UTF_8, "name: x", "itms: {}");
        assertRefused(
                movies::read,
                "recipe.yaml: unknown key 'itms', expected one of name, title, licence, recognised-by, value-scale, format, users, items, interactions; did you mean 'items'?");
    }

    @Test
    void aRecipeThatIsNoYaml() {
        movies.with("recipe.yaml", StandardCharsets.UTF_8, "name: x", "items: [a, b");
        assertThatThrownBy(movies::read)
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "recipe.yaml:2: is no YAML: while parsing a flow sequence: expected ',' or ']', but got <stream end>");
    }

    @Test
    void aRecipeThatIsNotThere() {
        assertRefused(
                () -> MovieFolder.read(movies.path(), "ml-10m"),
                "recipe 'ml-10m' is neither built in nor a file; built in are ml-1m, ml-100k, ml-latest; did you mean 'ml-1m'?");
    }

    @Test
    void theFirstRejectedRowsAreNamedAndAllAreCounted() {
        String[] lines =
                IntStream.range(0, 2000).mapToObj(line -> "1::10::x::1").toArray(String[]::new);
        Dataset dataset = movies.with("ratings.dat", lines).readAll();

        assertThat(dataset.report().rejected()).hasSize(1000);
        assertThat(dataset.report().rejectedRows()).isEqualTo(2000);
        assertThat(dataset.interactions().size()).isZero();
    }
}
