package org.tandemrec.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.TimeColumn;

class SmallPartsTest {
    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "1000000760, 1000000760",
        "1000000760123, 1000000760",
        "1000000760.9, 1000000760",
        "-1, -1",
        "-1500000000001, -1500000001",
        "1970-01-02, 86400",
        "1970-01-01 00:01, 60",
        "1970-01-01T00:01:02.9, 62",
        "1970-01-01T01:00:00+01:00, 0",
        "1970-01-01T00:00:07Z, 7"
    })
    void readsMomentsInTheFormsTheyCommonlyHave(String text, long seconds) {
        assertThat(Moments.parse(text)).isEqualTo(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "31.12.2000", "2000-13-01", "T"})
    void findsNoMomentInOtherTexts(String text) {
        assertThat(Moments.parse(text)).isEqualTo(TimeColumn.MISSING);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-7, -7", "123456789012345678, 123456789012345678"})
    void seesAnIntegerWhereItsPlainFormIsTheText(String text, long integer) {
        assertThat(Numbers.integer(text)).isEqualTo(integer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "007", "+1", " 1", "-0", "1.0", "1e3", "12345678901234567890"})
    void seesNoIntegerWhereATextWouldNotComeBack(String text) {
        assertThat(Numbers.integer(text)).isEqualTo(Rows.NO_INTEGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "NaN", "Infinity", "1e999", "0x10", "1d", "1,5"})
    void seesNoNumberInWhatIsNone(String text) {
        assertThat(Numbers.number(text)).isNaN();
    }

    @Test
    void anIndexOfNumbersAgreesWithAMap() {
        Random random = new Random(3);
        LongIndex index = new LongIndex();
        Map<Long, Integer> map = new HashMap<>();
        for (int code = 0; code < 20_000; code++) {
            long key = random.nextBoolean() ? random.nextInt(50_000) : random.nextLong();
            assertThat(index.codeOf(key)).isEqualTo(map.getOrDefault(key, LongIndex.ABSENT));
            if (map.putIfAbsent(key, code) == null) {
                index.put(key, code);
            }
        }
        map.forEach((key, code) -> assertThat(index.codeOf(key)).isEqualTo(code));
    }

    @Test
    void aTemporaryFolderIsGoneWhenItIsClosed() throws Exception {
        Path path;
        try (TemporaryFolder temporary = TemporaryFolder.create()) {
            path = temporary.path();
            Files.createDirectories(path.resolve("a/b"));
            Files.writeString(path.resolve("a/b/c"), "x");
        }
        assertThat(path).doesNotExist();
    }

    @Test
    void aRecipesQueryReadsTheDatasFolderAndNothingElse() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
        MovieFolder movies = MovieFolder.in(folder.resolve("movies"));
        String recipe =
                Files.readString(
                                Path.of(
                                        Objects.requireNonNull(getClass().getResource("ml-1m.yaml"))
                                                .toURI()))
                        .replace(
                                "  file: ratings.dat\n",
                                "  file: ratings.dat\n  query: SELECT 1 AS user, 10 AS item, 1 AS rating, a AS time FROM read_csv('%s')\n"
                                        .formatted(secret));
        movies.with("recipe.yaml", StandardCharsets.UTF_8, recipe);

        assertThatThrownBy(movies::read)
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("ratings.dat cannot be read: Cannot access file");
    }

    @Test
    void optionsRefuseSharesThatAreNone() {
        assertThatThrownBy(() -> new ReadingOptions(1.5, 10))
                .hasMessage("rejected-limit is 1.5, expected a share from 0 to 1");
        assertThatThrownBy(() -> new ReadingOptions(0.5, 0))
                .hasMessage("rejected-shown is 0, expected at least 1");
    }
}
