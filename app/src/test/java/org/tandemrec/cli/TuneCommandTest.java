package org.tandemrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TrainedStore.class)
class TuneCommandTest {
    private final Path data;
    @TempDir private Path folder = Path.of("");

    TuneCommandTest(TrainedStore.Place place) {
        this.data = place.data();
    }

    private CommandRun tune(String... more) {
        List<String> arguments = new ArrayList<>(List.of("tune", "--data", data.toString()));
        arguments.addAll(List.of("--log", folder.resolve("log.jsonl").toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private List<String> log() throws IOException {
        return Files.readAllLines(folder.resolve("log.jsonl"));
    }

    @Test
    void aTuningThatWasBrokenOffGoesOnAsIfItHadNotBeen() throws Exception {
        tune("--trials", "3");
        List<String> whole = log();
        Files.write(folder.resolve("log.jsonl"), whole.subList(0, 2));

        JsonNode answer = new ObjectMapper().readTree(tune("--trials", "3", "--json").out());

        assertThat(answer.path("trials").asInt()).isEqualTo(3);
        assertThat(answer.path("figure").asDouble())
                .isLessThanOrEqualTo(answer.path("start").asDouble());
        assertThat(log()).hasSize(4);
        assertThat(settings(log().getLast())).isEqualTo(settings(whole.getLast()));
    }

    private static JsonNode settings(String line) throws IOException {
        return new ObjectMapper().readTree(line).path("settings");
    }

    @Test
    void itsAnswerIsASettingsFile() throws Exception {
        Path settings = folder.resolve("best.yaml");
        Files.writeString(settings, tune("--trials", "1").out());

        CommandRun train =
                CommandRun.of(
                        "train",
                        "--data",
                        data.toString(),
                        "--settings",
                        settings.toString(),
                        "--store",
                        folder.resolve("store").toString());

        assertThat(train.code()).isZero();
    }

    @Test
    void theLogOfSomethingElseIsRefused() {
        tune("--trials", "1");

        CommandRun other = tune("--trials", "2", "--id-width", "8");

        assertThat(other.code()).isEqualTo(2);
        assertThat(other.complaints().getFirst())
                .contains("log.jsonl is no log of this tuning; give the same data and options");
    }

    @Test
    void noTimeAndNoTrialsAreRefused() {
        assertThat(tune("--minutes", "0").code()).isEqualTo(2);
        assertThat(tune("--trials", "0").complaints().getFirst())
                .contains("expected numbers above 0");
    }
}
