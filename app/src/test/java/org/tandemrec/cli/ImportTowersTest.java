package org.tandemrec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tandemrec.model.ModelStore;

/** Towers that were taken out of a bundle and are brought in again answer as they did. */
@ExtendWith(TrainedStore.class)
class ImportTowersTest {
    private final TrainedStore.Place place;

    @TempDir private Path folder;

    ImportTowersTest(TrainedStore.Place place) {
        this.place = place;
    }

    @BeforeEach
    void takeOut() throws IOException {
        TakenOut.write(ModelStore.at(place.store()).openActive(), folder);
    }

    @Test
    void theyAnswerKnownUsersAndStrangersAlike() throws Exception {
        imported();
        sameAnswers("--user", "7");
        sameAnswers("-a", "30", "-g", "F", "-j", "programmer");
        sameAnswers("-g", "M", "--liked", "3", "--year", "1980..");
        sameAnswers();
    }

    private void sameAnswers(String... question) throws Exception {
        JsonNode here = ask(folder.resolve("store"), question).path("items");
        JsonNode there = ask(place.store(), question).path("items");
        assertThat(here).hasSize(5);
        assertThat(ids(here)).isEqualTo(ids(there));
        for (int rank = 0; rank < here.size(); rank++) {
            assertThat(here.get(rank).path("rating").asDouble())
                    .isCloseTo(there.get(rank).path("rating").asDouble(), within(1e-4));
        }
    }

    @Test
    void theOtherCommandsTakeThemForAnOrdinaryBundle() throws Exception {
        JsonNode answer = imported();
        String bundle = answer.path("bundle").asText();
        assertThat(answer.path("preset").asText()).isEqualTo("taken-out");
        assertThat(here("models").out()).contains("* ", bundle, "taken-out");
        assertThat(here("index", "--check").out()).contains("recall@10 1.0000");
        assertThat(here("similar", "3").out()).contains(bundle);
        CommandRun judged = here("evaluate", "--bundle", bundle, "--data", place.data().toString());
        assertThat(judged.out()).contains("taken-out", "rmse", "coldOverlap");
    }

    @Test
    void theAnswerSaysWhoStandsInForAStranger() throws Exception {
        change("user-id.txt, first: 1, missing: 0", "user-id.txt, first: 1, missing: 7");
        change("user-gender.txt, first: 1, missing: 0", "user-gender.txt, first: 1");
        imported();
        assertThat(here("recommend", "-g", "F").out())
                .contains("no row for strangers: user 7 stands in");
        CommandRun silent =
                CommandRun.of(
                        "recommend", "-a", "30", "--store", folder.resolve("store").toString());
        assertThat(silent.code()).isEqualTo(2);
        assertThat(silent.complaints())
                .singleElement()
                .asString()
                .endsWith("need to know gender; say it with --person gender=VALUE");
    }

    @Test
    void towersWithoutARowForStrangersAreJudgedOnTheirOwnUsers() throws Exception {
        change("user-id.txt, first: 1, missing: 0", "user-id.txt, first: 1");
        String bundle = imported().path("bundle").asText();
        CommandRun judged =
                here("evaluate", "--bundle", bundle, "--data", place.data().toString(), "--json");
        JsonNode metrics = new ObjectMapper().readTree(judged.out()).path("metrics");
        assertThat(metrics.path("rmse").asDouble()).isPositive();
        assertThat(metrics.has("coldOverlap")).isFalse();
    }

    private void change(String part, String other) throws IOException {
        Path mapping = folder.resolve("mapping.yaml");
        String text = Files.readString(mapping);
        assertThat(text).contains(part);
        Files.writeString(mapping, text.replace(part, other));
    }

    @Test
    void aRefusedImportLeavesNothingBehind() throws IOException {
        change("field: gender", "field: gendre");
        CommandRun run = importing();
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.complaints())
                .singleElement()
                .asString()
                .contains("user.inputs.gender", "'gendre'", "did you mean 'gender'?");
        assertThat(here("models").err()).contains("no bundles yet");
    }

    private JsonNode imported() throws Exception {
        CommandRun run = importing();
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private CommandRun importing() {
        return CommandRun.of(
                "import-towers",
                "--user",
                folder.resolve("user.onnx").toString(),
                "--item",
                folder.resolve("item.onnx").toString(),
                "--mapping",
                folder.resolve("mapping.yaml").toString(),
                "--data",
                place.data().toString(),
                "--store",
                folder.resolve("store").toString(),
                "--json");
    }

    private CommandRun here(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--store", folder.resolve("store").toString()));
        CommandRun run = CommandRun.of(all.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return run;
    }

    private static JsonNode ask(Path store, String... question) throws Exception {
        List<String> all =
                new ArrayList<>(List.of("recommend", "--json", "--store", store.toString()));
        all.addAll(List.of(question));
        CommandRun run = CommandRun.of(all.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private static List<String> ids(JsonNode items) {
        List<String> ids = new ArrayList<>();
        items.forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }
}
