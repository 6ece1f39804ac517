package org.tandemrec.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemrec.data.BadInputException;

class FusionTrainingTest {
    private static final int USERS = 30;
    private static final int ITEMS = 20;

    @TempDir Path folder;

    @BeforeEach
    void writeTwoTastes() throws IOException {
        List<String> users = new ArrayList<>();
        List<String> ratings = new ArrayList<>();
        for (int user = 1; user <= USERS; user++) {
            users.add("%d::%s::25::4::00000".formatted(user, user % 2 == 0 ? "F" : "M"));
            for (int item = 1; item <= ITEMS; item++) {
                int stars = user % 2 == item % 2 ? 5 : 1;
                ratings.add("%d::%d::%d::%d".formatted(user, item, stars, 1000 + item));
            }
        }
        List<String> items = new ArrayList<>();
        for (int item = 1; item <= ITEMS; item++) {
            items.add("%d::Made Up %d (1999)::Drama".formatted(item, item));
        }
        Files.write(folder.resolve("users.dat"), users);
        Files.write(folder.resolve("movies.dat"), items);
        Files.write(folder.resolve("ratings.dat"), ratings);
        Files.write(folder.resolve("test.csv"), List.of("user,item", "1,1", "1,2", "2,3"));
    }

    @Test
    void printsTheReadingEveryEpochAndTheWhole() throws IOException {
        List<JsonNode> lines = run("--epochs", "3", "--batch-size", "64");

        assertThat(lines).hasSize(5);
        assertThat(lines.getFirst().get("engine").asText()).isEqualTo("tandem");
        assertThat(lines.subList(1, 4))
                .extracting(line -> line.get("epoch").asInt())
                .containsExactly(1, 2, 3);
        assertThat(lines.getLast().get("result").asText()).isEqualTo("trained");
        assertThat(lines.getLast().get("totalWallSeconds").asDouble())
                .isGreaterThanOrEqualTo(lines.get(3).get("totalWallSeconds").asDouble());
    }

    @Test
    void doesNotTrainOnThePairsOfTheTestFile() throws IOException {
        assertThat(run("--epochs", "1").getFirst().get("rows").asInt())
                .isEqualTo(USERS * ITEMS - 3);
    }

    @Test
    void learnsTheTwoTastesFromTheOtherRatings() throws IOException {
        double rmse =
                run("--epochs", "40", "--batch-size", "64").getLast().get("testRmse").asDouble();

        // Whoever answers the mean of 1 and 5 is wrong by 2.
        assertThat(rmse).isLessThan(1);
    }

    @Test
    void refusesAnUnknownOption() {
        assertThatThrownBy(() -> FusionSettings.of("--data", "d", "--test", "t", "--epoch", "1"))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("unknown setting 'epoch', expected one of ")
                .hasMessageContaining("epochs");
    }

    @Test
    void refusesAnOptionWithoutAValue() {
        assertThatThrownBy(() -> FusionSettings.of("--data", "d", "--epochs"))
                .isInstanceOf(BadInputException.class)
                .hasMessage("found '--epochs', expected an option such as --epochs and its value");
    }

    @Test
    void refusesAMissingOption() {
        assertThatThrownBy(() -> FusionSettings.of("--data", "d"))
                .isInstanceOf(BadInputException.class)
                .hasMessage("--test is missing");
    }

    @Test
    void refusesATestFileWithoutItsHeader() throws IOException {
        Files.write(folder.resolve("test.csv"), List.of("1,1"));

        assertThatThrownBy(() -> run("--epochs", "1"))
                .isInstanceOf(BadInputException.class)
                .hasMessageEndingWith("test.csv: first line is '1,1', expected 'user,item'");
    }

    @Test
    void refusesALineThatIsNoPair() throws IOException {
        Files.write(folder.resolve("test.csv"), List.of("user,item", "1,1", "1;2"));

        assertThatThrownBy(() -> run("--epochs", "1"))
                .isInstanceOf(BadInputException.class)
                .hasMessageEndingWith("test.csv:3: found '1;2', expected 'user,item'");
    }

    private List<JsonNode> run(String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(more));
        arguments.addAll(List.of("--data", folder.toString()));
        arguments.addAll(List.of("--test", folder.resolve("test.csv").toString()));
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
            FusionTraining.run(FusionSettings.of(arguments.toArray(String[]::new)), out);
        }
        List<JsonNode> lines = new ArrayList<>();
        for (String line : printed.toString(StandardCharsets.UTF_8).lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }
}
