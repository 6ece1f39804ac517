package org.tandemrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tandemrec.model.ModelStore;

/** Training, judging, versions, and what they refuse. */
@ExtendWith(TrainedStore.class)
class TrainingCommandsTest {
    private final Path data;
    private final Path store;
    @TempDir private Path folder = Path.of("");

    TrainingCommandsTest(TrainedStore.Place place) {
        this.data = place.data();
        this.store = place.store();
    }

    @Test
    void theSameDataAndSeedGiveTheSameHashesOnAnyNumberOfThreads() throws Exception {
        JsonNode one = files(train(folder.resolve("one"), "--threads", "1"));
        JsonNode two = files(train(folder.resolve("two"), "--threads", "2"));
        JsonNode three = files(train(folder.resolve("three"), "--threads", "3"));
        JsonNode other = files(train(folder.resolve("other"), "--seed", "2"));
        assertThat(two).isEqualTo(one);
        assertThat(three).isEqualTo(one);
        assertThat(other).isNotEqualTo(one);
    }

    @Test
    void bundlesAreListedActivatedAndRolledBack() throws Exception {
        Path models = folder.resolve("models");
        String first = bundle(train(models));
        String second = bundle(train(models, "--seed", "2"));
        CommandRun list = CommandRun.of("models", "--store", models.toString());
        assertThat(list.out()).contains(first, second, "fusion", "validationRmse");
        assertThat(ModelStore.at(models).activeId()).hasValue(second);
        assertThat(CommandRun.of("models", "rollback", "--store", models.toString()).out())
                .contains(first);
        CommandRun activate =
                CommandRun.of(
                        "models", "activate", second.substring(0, 5), "--store", models.toString());
        assertThat(activate.out()).contains(second);
        CommandRun unknown =
                CommandRun.of("models", "activate", "zzz", "--store", models.toString());
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("bundle 'zzz' is not in");
    }

    @Test
    void aBundleHoldsItsRunCard() throws IOException {
        String active = ModelStore.at(store).activeId().orElseThrow();
        assertThat(store.resolve("bundles").resolve(active).resolve("run-card.html"))
                .content()
                .contains("<svg");
        assertThat(store.resolve("bundles").resolve(active).resolve("run-card.json")).exists();
    }

    @Test
    void evaluateJudgesBesideBaselinesAndActivatesNothing() throws Exception {
        Path models = folder.resolve("judged");
        CommandRun run =
                CommandRun.of(
                        "evaluate",
                        "--data",
                        data.toString(),
                        "--split",
                        "cold-users:liked=3",
                        "--request-time",
                        "--baselines",
                        "itemKnn,markov",
                        "--epochs",
                        "1",
                        "--json",
                        "--store",
                        models.toString());
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode document = new ObjectMapper().readTree(run.out());
        assertThat(document.path("split").asText()).isEqualTo("cold-users:0.2:liked=3");
        assertThat(document.path("preset").asText()).isEqualTo("fusion");
        assertThat(document.path("metrics").fieldNames())
                .toIterable()
                .contains("rmse", "mae", "hitRate@10", "ndcg@10", "calibration", "coldOverlap");
        assertThat(document.path("baselines").fieldNames())
                .toIterable()
                .contains("popularity", "groupPopularity", "itemMean", "itemKnn", "markov");
        assertThat(ModelStore.at(models).activeId()).isEmpty();
    }

    @Test
    void evaluateSaysHowFarAnIndexGivesTheExactLists() throws Exception {
        String id = ModelStore.at(store).activeId().orElseThrow();
        CommandRun run = judgedBy("exact", id, "--split", "random", "--json");
        JsonNode document = new ObjectMapper().readTree(run.out());
        assertThat(document.path("index").asText()).isEqualTo("exact");
        assertThat(document.path("indexRecall@10").asDouble()).isEqualTo(1);
        assertThat(document.path("indexUsers").asInt())
                .isPositive()
                .isEqualTo(document.path("users").asInt());
        CommandRun text = judgedBy("lucene", id, "--split", "cold-items");
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out()).contains("lucene index: indexRecall@10 ");
        CommandRun unknown = judgedBy("lucen", id);
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.complaints().getFirst()).contains("index is 'lucen'");
    }

    @Test
    void evaluateMeetsAnAbsentServerBeforeItTrains() {
        CommandRun run =
                CommandRun.of(
                        "evaluate",
                        "--data",
                        data.toString(),
                        "--store",
                        folder.resolve("absent").toString(),
                        "--index",
                        "milvus",
                        "--uri",
                        "http://127.0.0.1:1");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.complaints().getFirst()).contains("no Milvus answers at");
        assertThat(run.err()).doesNotContain("epoch");
    }

    private CommandRun judgedBy(String index, String bundle, String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "evaluate",
                                "--data",
                                data.toString(),
                                "--store",
                                store.toString(),
                                "--bundle",
                                bundle,
                                "--index",
                                index));
        all.addAll(List.of(more));
        return CommandRun.of(all.toArray(String[]::new));
    }

    @Test
    void aSecondTrainingIntoOneStoreIsRefused() {
        Path models = folder.resolve("busy");
        try (ModelStore.Writing _ = ModelStore.at(models).beginWriting()) {
            CommandRun run = train(models);
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("another tandem is writing to this store");
        }
    }

    @Test
    void aStoreThatCannotBeWrittenIsRefusedBeforeTraining() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        CommandRun run = train(file);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.complaints()).hasSize(1);
        CommandRun below = train(file.resolve("store"));
        assertThat(below.code()).isEqualTo(2);
    }

    @Test
    void brokenDataLeavesNothingBehind() throws IOException {
        Path models = folder.resolve("broken");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        CommandRun run =
                CommandRun.of("train", "--data", empty.toString(), "--store", models.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.complaints()).hasSize(1);
        try (Stream<Path> bundles = Files.list(models.resolve("bundles"))) {
            assertThat(bundles).isEmpty();
        }
        CommandRun missing =
                CommandRun.of("train", "--data", "nowhere.zip", "--store", models.toString());
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.complaints().getFirst()).contains("nowhere.zip");
    }

    @Test
    void settingsOutOfTheirRangeAreRefused() {
        CommandRun run = train(folder.resolve("settings"), "--id-dropout", "2");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.complaints().getFirst()).contains("id-dropout is 2");
        CommandRun preset = train(folder.resolve("preset"), "--preset", "fussion");
        assertThat(preset.complaints().getFirst()).contains("did you mean 'fusion'?");
    }

    @Test
    void baselinesAndDiversityThatDoNotExistAreRefused() {
        CommandRun evaluate =
                CommandRun.of("evaluate", "--data", data.toString(), "--baselines", "slim");
        assertThat(evaluate.code()).isEqualTo(2);
        assertThat(evaluate.complaints().getFirst()).contains("baseline is 'slim'");
        CommandRun recommend =
                CommandRun.of("recommend", "--diversity", "2", "--store", store.toString());
        assertThat(recommend.code()).isEqualTo(2);
        assertThat(recommend.complaints().getFirst()).contains("diversity is 2.0");
    }

    @Test
    void aBundleOfWhichAByteWasChangedDoesNotAnswer() throws IOException {
        Path models = folder.resolve("changed");
        assertThat(train(models).code()).isZero();
        String active = ModelStore.at(models).activeId().orElseThrow();
        Path tower = models.resolve("bundles").resolve(active).resolve("user-tower.onnx");
        byte[] bytes = Files.readAllBytes(tower);
        bytes[bytes.length / 2] ^= 1;
        Files.write(tower, bytes);
        CommandRun run = CommandRun.of("recommend", "-a", "30", "--store", models.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.complaints().getFirst()).contains("user-tower.onnx", "SHA-256");
    }

    @Test
    void checkReportsWithoutTraining() throws Exception {
        CommandRun run = CommandRun.of("check", data.toString(), "--json");
        JsonNode document = new ObjectMapper().readTree(run.out());
        assertThat(document.path("users").asInt()).isEqualTo(300);
        assertThat(document.path("items").asInt()).isEqualTo(200);
        assertThat(document.path("interactions").asInt()).isEqualTo(12_000);
        assertThat(document.path("rejected")).isEmpty();
    }

    @Test
    void quickstartGoesTheWholeWay() {
        CommandRun run =
                CommandRun.of(
                        "quickstart",
                        "--data",
                        data.toString(),
                        "--store",
                        folder.resolve("quickstart").toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("rmse", "for a person never seen before", "for user ");
        assertThat(run.err()).contains("Try next:");
    }

    @Test
    void theOrderOfLikedItemsMeansNothingThatOfMetOnesDoes() throws Exception {
        String models = folder.resolve("liked").toString();
        CommandRun trained =
                CommandRun.of(
                        "train",
                        "--data",
                        data.toString(),
                        "--store",
                        models,
                        "--preset",
                        "taste",
                        "--epochs",
                        "1");
        assertThat(trained.code()).as(trained.err()).isZero();

        List<String> liked = recommended(models, "--liked", "3,5,8");
        assertThat(recommended(models, "--liked", "5,8,3")).isEqualTo(liked);
        assertThat(recommended(models, "--liked", "8,3,5")).isEqualTo(liked);
        List<String> met = recommended(models, "--met", "3,5,8");
        assertThat(recommended(models, "--met", "5,8,3")).isNotEqualTo(met);
        assertThat(met).doesNotContain("3", "5", "8");
    }

    @Test
    void aRequestMaySayWhenItIsMade() {
        String models = folder.resolve("moments").toString();
        CommandRun trained =
                CommandRun.of(
                        "train",
                        "--data",
                        data.toString(),
                        "--store",
                        models,
                        "--preset",
                        "rating",
                        "--steps",
                        "10");
        assertThat(trained.code()).as(trained.err()).isZero();

        CommandRun then =
                CommandRun.of(
                        "recommend",
                        "--store",
                        models,
                        "--user",
                        "1",
                        "--at",
                        "2026-03-01T21:15:00+01:00");
        assertThat(then.code()).as(then.err()).isZero();
        assertThat(then.out()).contains(" · at 2026-03-01T20:15:00Z").doesNotContain("not read");
        CommandRun document =
                CommandRun.of(
                        "recommend", "--store", models, "--user", "1", "--at", "60", "--json");
        assertThat(document.out()).contains("\"at\" : \"1970-01-01T00:01:00Z\"");
        CommandRun now =
                CommandRun.of("recommend", "--store", models, "--user", "1", "--at", "now");
        assertThat(now.code()).as(now.err()).isZero();
        CommandRun unreadable =
                CommandRun.of("recommend", "--store", models, "--user", "1", "--at", "yesterday");
        assertThat(unreadable.code()).isEqualTo(2);
        assertThat(unreadable.complaints().getFirst())
                .contains("found 'yesterday', expected now, seconds since 1970");
    }

    private static List<String> recommended(String models, String option, String items)
            throws Exception {
        CommandRun run =
                CommandRun.of("recommend", "--store", models, option, items, "-k", "50", "--json");
        List<String> ids = run.ids();
        assertThat(ids).hasSize(50);
        return ids;
    }

    private CommandRun train(Path models, String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                "train",
                                "--data",
                                data.toString(),
                                "--store",
                                models.toString(),
                                "--epochs",
                                "1",
                                "--batch-size",
                                "2048",
                                "--json"));
        all.addAll(List.of(more));
        return CommandRun.of(all.toArray(String[]::new));
    }

    private static JsonNode files(CommandRun run) throws Exception {
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out()).path("files");
    }

    private static String bundle(CommandRun run) throws Exception {
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out()).path("bundle").asText();
    }
}
