package org.tandemrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tandemrec.milvus.MilvusIndexes;
import org.tandemrec.milvus.MilvusOptions;
import org.tandemrec.milvus.NeedsMilvus;
import org.tandemrec.model.ModelStore;

/** The commands that work on a Milvus server, with a real one. */
@ExtendWith({TrainedStore.class, NeedsMilvus.class})
class MilvusCommandsTest {
    private final Path store;
    private final Path data;
    private final String bundle;
    private final String name = "test_" + UUID.randomUUID().toString().replace("-", "");
    @TempDir private Path folder = Path.of("");
    private Path settings = Path.of("");

    MilvusCommandsTest(TrainedStore.Place place) {
        this.store = place.store();
        this.data = place.data();
        this.bundle = ModelStore.at(store).activeId().orElseThrow();
    }

    @BeforeEach
    void nameTheCollections() throws IOException {
        settings = Files.writeString(folder.resolve("milvus.properties"), "name=" + name);
    }

    @AfterEach
    void clear() {
        NeedsMilvus.clear(options());
    }

    private MilvusOptions options() {
        return MilvusOptions.at(NeedsMilvus.uri()).named(name);
    }

    private CommandRun run(String command, String... more) {
        return runIn(store, command, more);
    }

    private CommandRun runIn(Path place, String command, String... more) {
        List<String> all =
                new ArrayList<>(
                        List.of(
                                command,
                                "--store",
                                place.toString(),
                                "--index",
                                "milvus",
                                "--uri",
                                NeedsMilvus.uri(),
                                "--milvus",
                                settings.toString()));
        all.addAll(List.of(more));
        return CommandRun.of(all.toArray(String[]::new));
    }

    private JsonNode json(String command, String... more) throws IOException {
        List<String> all = new ArrayList<>(List.of(more));
        all.add("--json");
        CommandRun run = run(command, all.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private JsonNode collections() throws IOException {
        return json("index", "--list").path("collections");
    }

    /** A complete collection of a bundle that the store does not have, made the active one. */
    private void loadForeign(String version) {
        try (MilvusIndexes milvus = MilvusIndexes.connect(options());
                var index = milvus.create(version, 4)) {
            index.commit();
        }
    }

    @Test
    void listsTheCollectionsAndSaysWhichAreNeeded() throws Exception {
        assertThat(run("index", "--list").out()).startsWith("no collections of index '" + name);
        loadForeign("v1");
        assertThat(run("index").code()).isZero();
        JsonNode found = collections();
        assertThat(found).hasSize(2);
        assertThat(found.get(0).path("bundle").asText()).isEqualTo("v1");
        assertThat(found.get(0).path("state").asText()).isEqualTo("ready");
        assertThat(found.get(0).path("inStore").asBoolean()).isFalse();
        assertThat(found.get(0).path("needed").asBoolean()).isFalse();
        assertThat(found.get(1).path("bundle").asText()).isEqualTo(bundle);
        assertThat(found.get(1).path("state").asText()).isEqualTo("active");
        assertThat(found.get(1).path("needed").asBoolean()).isTrue();
        CommandRun text = run("index", "--list");
        assertThat(text.out()).contains(bundle, "active", "ready");
        assertThat(text.err()).contains("1 of 2 are not needed; 'tandem index --prune'");
    }

    @Test
    void prunesOnlyWhatIsOldEnoughAndNotNeeded() throws Exception {
        loadForeign("v1");
        assertThat(run("index").code()).isZero();
        CommandRun young = run("index", "--prune");
        assertThat(young.out()).contains("nothing to remove");
        assertThat(young.err()).contains("1 more are not needed, but younger than 60 minutes");
        JsonNode removed = json("index", "--prune", "--older-than", "0").path("removed");
        assertThat(removed).hasSize(1);
        assertThat(removed.get(0).path("bundle").asText()).isEqualTo("v1");
        assertThat(collections()).hasSize(1);
    }

    @Test
    void anEmptyStoreRemovesNothing() throws Exception {
        loadForeign("v1");
        loadForeign("v2");
        Path empty = folder.resolve("empty");
        CommandRun run = runIn(empty, "index", "--prune", "--older-than", "0");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.complaints().getFirst()).contains("has no bundles", "--store");
        assertThat(collections()).hasSize(2);
    }

    @Test
    void theActiveCollectionIsDroppedOnlyByForceAndNotInSilence() throws Exception {
        assertThat(run("index").code()).isZero();
        String active = collections().get(0).path("collection").asText();
        CommandRun refused = run("index", "--drop", active);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.complaints().getFirst())
                .contains("is the active one of index", "or add --force");
        assertThat(collections()).hasSize(1);
        CommandRun forced = run("index", "--drop", active, "--force");
        assertThat(forced.code()).as(forced.err()).isZero();
        assertThat(forced.out()).contains("removed " + active, "active", bundle);
        assertThat(forced.err()).contains("WARNING: that was the active collection");
        assertThat(collections()).isEmpty();
    }

    @Test
    void anotherCollectionIsDroppedByName() throws Exception {
        loadForeign("v1");
        loadForeign("v2");
        String first = collections().get(0).path("collection").asText();
        CommandRun run = run("index", "--drop", first);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("WARNING");
        assertThat(collections()).hasSize(1);
        CommandRun gone = run("index", "--drop", first);
        assertThat(gone.code()).isEqualTo(2);
        assertThat(gone.complaints().getFirst()).contains("has no collection '" + first);
    }

    @Test
    void withAFallbackTheServerStillAnswersWhileItIsThere() throws Exception {
        assertThat(run("index").code()).isZero();
        JsonNode answer = json("recommend", "--user", "7", "--fallback");
        assertThat(answer.path("index").asText()).isEqualTo("milvus");
        CommandRun local =
                CommandRun.of("recommend", "--user", "7", "--json", "--store", store.toString());
        assertThat(new ObjectMapper().readTree(local.out()).path("items"))
                .isEqualTo(answer.path("items"));
    }

    @Test
    void judgingAnIndexLeavesNothingOnTheServer() throws Exception {
        loadForeign("v1");
        JsonNode made = json("evaluate", "--data", data.toString(), "--bundle", bundle);
        assertThat(made.path("index").asText()).isEqualTo("milvus");
        assertThat(made.path("indexRecall@10").asDouble()).isEqualTo(1);
        assertThat(collections()).hasSize(1);
        assertThat(run("index").code()).isZero();
        json("evaluate", "--data", data.toString(), "--bundle", bundle);
        assertThat(collections()).hasSize(2);
    }
}
