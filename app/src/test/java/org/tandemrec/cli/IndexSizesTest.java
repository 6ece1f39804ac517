package org.tandemrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexSizesTest {
    private static CommandRun size(String... more) {
        List<String> all = new ArrayList<>(List.of("index", "--size"));
        all.addAll(List.of(more));
        return CommandRun.of(all.toArray(String[]::new));
    }

    @Test
    void theTableOfTheDocumentationIsTheCommands() throws Exception {
        CommandRun run = size();
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines()).hasSize(6);
        assertThat(run.out()).startsWith("computed from published formulas, not measured");
        assertThat(Files.readString(Path.of("..", "docs", "milvus.md"))).contains(run.out());
    }

    @Test
    void oneSizeHasOneRow() {
        assertThat(size("--items", "3883").out().lines().toList().getLast())
                .contains("3,883", "flat", "3.6 MiB");
        assertThat(size("--items", "1000000000").out().lines().toList().getLast())
                .contains("1,000,000,000", "diskann", "317 GiB", "957 GiB", "1,062 GiB");
    }

    @Test
    void jsonSaysThatItIsComputed() throws Exception {
        CommandRun run =
                size("--items", "1000000", "--dimension", "128", "--replicas", "3", "--json");
        JsonNode document = new ObjectMapper().readTree(run.out());
        assertThat(document.path("computed").asBoolean()).isTrue();
        assertThat(document.path("dimension").asInt()).isEqualTo(128);
        JsonNode row = document.path("sizes").get(0);
        assertThat(row.path("memoryBytes").asLong()).isEqualTo(1_000_000L * (160 + 512 + 148));
        assertThat(row.path("replicas").asInt()).isEqualTo(3);
        assertThat(row.path("queryNodes").asInt()).isEqualTo(3);
    }

    @Test
    void wrongNumbersAndCombinationsAreRefused() {
        refused("'items' is 0, expected 1 to", "--size", "--items", "0");
        refused("'replicas' is 0, expected 1 to", "--size", "--replicas", "0");
        refused("'many' is not a long", "--size", "--items", "many");
        refused("--size", "--items", "5");
        refused("--check", "--check", "--size");
    }

    private static void refused(String line, String... arguments) {
        List<String> all = new ArrayList<>(List.of("index"));
        all.addAll(List.of(arguments));
        CommandRun run = CommandRun.of(all.toArray(String[]::new));
        assertThat(run.code()).as(run.out()).isEqualTo(2);
        assertThat(run.complaints()).hasSize(1);
        assertThat(run.complaints().getFirst()).contains(line);
    }
}
