package org.tandemrec.reading.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.Interactions;
import org.tandemrec.data.StringColumn;
import org.tandemrec.data.StringListColumn;
import org.tandemrec.reading.DatasetReader;
import org.tandemrec.reading.ReadingListener;
import org.tandemrec.reading.ReadingOptions;

class SampleTest {
    private static final SampleOptions SMALL = new SampleOptions(300, 120, 6_000, 7);

    @TempDir static Path shared;
    private static Path standard = Path.of("unset");

    @TempDir Path folder;

    @BeforeAll
    static void writeTheStandardSample() {
        standard = shared.resolve("sample");
        new Sample(SampleOptions.standard(), SampleListener.SILENT).write(standard);
    }

    private static Dataset read(Path data) {
        return new DatasetReader(ReadingOptions.standard(), ReadingListener.SILENT)
                .read(data, Optional.empty());
    }

    private Path write(String name, SampleOptions options) {
        Path target = folder.resolve(name);
        new Sample(options, SampleListener.SILENT).write(target);
        return target;
    }

    private static Map<String, String> contents(Path data) throws IOException {
        Map<String, String> contents = new LinkedHashMap<>();
        for (String file :
                List.of("README", "recipe.yaml", "users.dat", "movies.dat", "ratings.dat")) {
            contents.put(file, Files.readString(data.resolve(file)));
        }
        return contents;
    }

    @Test
    void isReadAsTheSyntheticDataThatItIs() throws IOException {
        Dataset dataset = read(standard);

        assertThat(dataset.recipe().name()).isEqualTo("sample");
        assertThat(dataset.users().size()).isEqualTo(2_000);
        assertThat(dataset.items().size()).isEqualTo(1_000);
        assertThat(dataset.interactions().size()).isEqualTo(150_000);
        assertThat(dataset.report().rejectedRows()).isZero();
        assertThat(dataset.report().notices()).doesNotContainKey("users without interactions");
        assertThat(dataset.report().notices())
                .doesNotContainKey("repeated interactions, of which the last is kept");
        assertThat(standard.resolve("README")).content().startsWith("SYNTHETIC DATA");
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
        Map<String, String> first = contents(write("first", SMALL));

        assertThat(contents(write("again", SMALL))).isEqualTo(first);
        assertThat(contents(write("other", new SampleOptions(300, 120, 6_000, 8))))
                .isNotEqualTo(first);
    }

    @Test
    void theBytesOfASeedAreTheseOnEveryMachine() throws IOException {
        Path data = write("tiny", new SampleOptions(2, 4, 3, 1));

        assertThat(Files.readAllLines(data.resolve("users.dat")))
                .containsExactly("1::M::50::19::48593", "2::M::35::18::17471");
        assertThat(Files.readAllLines(data.resolve("movies.dat")))
                .containsExactly(
                        "1::The Amber Actor (1988)::Thriller",
                        "2::The Forest and the Twelve Road (1999)::Romance|Adventure",
                        "3::Return of the Sleeping River (1997)::Thriller",
                        "4::Castle in a Polite Town (1958)::Crime|Western");
        assertThat(Files.readAllLines(data.resolve("ratings.dat")))
                .containsExactly(
                        "1::1::5::1031818719", "1::2::4::1031818777", "2::3::4::974812287");
    }

    @Test
    void ratingsAreSpreadLikeThoseOfPeople() {
        Interactions ratings = read(standard).interactions();
        double[] values = IntStream.range(0, ratings.size()).mapToDouble(ratings::value).toArray();

        double mean = Arrays.stream(values).average().orElseThrow();
        double variance =
                Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .average()
                        .orElseThrow();
        assertThat(mean).isBetween(3.45, 3.75);
        assertThat(Math.sqrt(variance)).isBetween(1.0, 1.25);
    }

    @Test
    void fewItemsHaveMostOfTheRatings() {
        Interactions ratings = read(standard).interactions();
        Map<String, Integer> counts = new HashMap<>();
        for (int row = 0; row < ratings.size(); row++) {
            counts.merge(ratings.items().at(row).orElseThrow(), 1, Integer::sum);
        }
        List<Integer> sorted = counts.values().stream().sorted().toList().reversed();
        int topTenth = sorted.subList(0, 100).stream().mapToInt(Integer::intValue).sum();

        assertThat(topTenth).isGreaterThan(150_000 / 3);
        assertThat(sorted.getLast()).isLessThan(60);
    }

    @Test
    void eachUsersTimesIncrease() {
        Interactions ratings = read(standard).interactions();
        for (int row = 1; row < ratings.size(); row++) {
            if (ratings.users().code(row) == ratings.users().code(row - 1)) {
                assertThat(ratings.time(row).orElseThrow())
                        .isGreaterThan(ratings.time(row - 1).orElseThrow());
            }
        }
    }

    @Test
    void noTwoUsersAreAlike() {
        Interactions ratings = read(standard).interactions();
        Map<String, List<String>> ofUser = new HashMap<>();
        for (int row = 0; row < ratings.size(); row++) {
            String rating = ratings.items().at(row).orElseThrow() + " " + ratings.value(row);
            ofUser.computeIfAbsent(
                            ratings.users().at(row).orElseThrow(), unseen -> new ArrayList<>())
                    .add(rating);
        }
        assertThat(new HashSet<>(ofUser.values())).hasSize(2_000);
    }

    @Test
    void aGroupRatesItsPlantedGenresHigherThanOthersDo() {
        Dataset dataset = read(standard);

        assertThat(mean(dataset, "gender", "F", "Romance"))
                .isGreaterThan(mean(dataset, "gender", "M", "Romance") + 0.3);
        assertThat(mean(dataset, "gender", "M", "War"))
                .isGreaterThan(mean(dataset, "gender", "F", "War") + 0.3);
        assertThat(mean(dataset, "age", "1", "Animation"))
                .isGreaterThan(mean(dataset, "age", "56", "Animation") + 0.3);
        assertThat(mean(dataset, "age", "56", "Western"))
                .isGreaterThan(mean(dataset, "age", "18", "Western") + 0.3);
        assertThat(mean(dataset, "occupation", "12", "Sci-Fi"))
                .isGreaterThan(mean(dataset, "occupation", "8", "Sci-Fi") + 0.3);
        assertThat(mean(dataset, "occupation", "20", "Film-Noir"))
                .isGreaterThan(mean(dataset, "occupation", "18", "Film-Noir") + 0.3);
    }

    private static double mean(Dataset dataset, String field, String value, String genre) {
        Set<String> users = usersWith(dataset, field, value);
        Set<String> items = itemsOf(dataset, genre);
        Interactions ratings = dataset.interactions();
        return IntStream.range(0, ratings.size())
                .filter(row -> users.contains(ratings.users().at(row).orElseThrow()))
                .filter(row -> items.contains(ratings.items().at(row).orElseThrow()))
                .mapToDouble(ratings::value)
                .average()
                .orElseThrow();
    }

    private static Set<String> usersWith(Dataset dataset, String field, String value) {
        StringColumn column = (StringColumn) dataset.users().column(field).orElseThrow();
        return IntStream.range(0, column.size())
                .filter(cell -> column.at(cell).filter(value::equals).isPresent())
                .mapToObj(cell -> dataset.users().ids().at(cell).orElseThrow())
                .collect(Collectors.toSet());
    }

    private static Set<String> itemsOf(Dataset dataset, String genre) {
        StringListColumn column = (StringListColumn) dataset.items().column("genres").orElseThrow();
        return IntStream.range(0, column.size())
                .filter(cell -> column.at(cell).contains(genre))
                .mapToObj(cell -> dataset.items().ids().at(cell).orElseThrow())
                .collect(Collectors.toSet());
    }

    @Test
    void titlesAreAllDifferentEvenAmongAHundredThousand() {
        Set<String> titles =
                IntStream.range(0, 300_000).mapToObj(Titles::of).collect(Collectors.toSet());

        assertThat(titles).hasSize(300_000);
        assertThat(titles).anyMatch(title -> title.endsWith(", Part 2"));
    }

    @Test
    void writesExactlyWhatWasAskedForAtTheEdges() {
        assertThat(read(write("one-each", new SampleOptions(50, 20, 50, 1))).interactions().size())
                .isEqualTo(50);
        assertThat(read(write("full", new SampleOptions(50, 20, 500, 1))).interactions().size())
                .isEqualTo(500);
        assertThat(read(write("one-user", new SampleOptions(1, 2, 1, 1))).interactions().size())
                .isEqualTo(1);
    }

    @Test
    void refusesAFolderThatHasSomethingInItAndLeavesItAlone() throws IOException {
        Path mine = Files.writeString(folder.resolve("mine.txt"), "mine");

        assertThatThrownBy(() -> new Sample(SMALL, SampleListener.SILENT).write(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        folder + " is not empty, expected a new or empty folder for the sample");
        assertThat(folder).isDirectoryContaining(mine::equals);
        try (var content = Files.list(folder)) {
            assertThat(content).hasSize(1);
        }
    }

    @Test
    void refusesSizesThatCannotBe() {
        assertThatThrownBy(() -> new SampleOptions(10, 10, 51, 1))
                .hasMessage(
                        "interactions are 51, expected from one a user (10) to half of all pairs (50)");
        assertThatThrownBy(() -> new SampleOptions(0, 10, 5, 1))
                .hasMessage("users are 0 and items 10, expected at least 1 and 2");
    }

    @Test
    void tellsHowFarItHasCome() {
        List<Long> heard = new ArrayList<>();
        new Sample(SampleOptions.standard(), (written, all) -> heard.add(written))
                .write(folder.resolve("heard"));

        assertThat(heard).hasSize(2).isSorted().endsWith(150_000L);
    }
}
