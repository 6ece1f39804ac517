package org.tandemrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code tandem export} writes, and how it refuses. */
@ExtendWith(TrainedStore.class)
class ExportTest {
    private final Path store;

    @TempDir private Path folder;

    ExportTest(TrainedStore.Place place) {
        this.store = place.store();
    }

    @Test
    void itemsAndUsersAreWrittenWithoutTheUnknownOnes() throws Exception {
        assertThat(vectors("items", "--json")).isEqualTo(200);
        assertThat(vectors("users", "--what", "users", "--json")).isEqualTo(300);
    }

    private int vectors(String name, String... more) throws IOException {
        Path file = folder.resolve(name + ".parquet");
        List<String> words = new ArrayList<>(List.of("--to", file.toString()));
        words.addAll(List.of(more));
        CommandRun run = export(words.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(file).isNotEmptyFile();
        return new ObjectMapper().readTree(run.out()).path("vectors").asInt();
    }

    @Test
    void whatCannotBeWrittenIsRefusedInOneLine() {
        refused("is a folder, expected the name of a Parquet file", folder);
        refused("bundle 'ffff' is not in", folder.resolve("a.parquet"), "--bundle", "ffff");
        refused("expected one of", folder.resolve("a.parquet"), "--what", "genres");
        assertThat(folder).isEmptyDirectory();
    }

    private void refused(String line, Path file, String... more) {
        List<String> words = new ArrayList<>(List.of("--to", file.toString()));
        words.addAll(List.of(more));
        CommandRun run = export(words.toArray(String[]::new));
        assertThat(run.code()).as(run.out()).isEqualTo(2);
        assertThat(run.complaints()).singleElement().asString().contains(line);
    }

    @Test
    void aFileThatIsThereIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("items.parquet"), "something else");
        CommandRun run = export("--to", file.toString());
        assertThat(run.out()).contains("200 vectors of 200 numbers from bundle");
        assertThat(file).content(StandardCharsets.ISO_8859_1).startsWith("PAR1");
    }

    @Test
    void exportAloneSaysWhatThereIs() {
        CommandRun run = CommandRun.of("export");
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("tandem export vectors --to items.parquet");
    }

    private CommandRun export(String... words) {
        List<String> all = new ArrayList<>(List.of("export", "vectors"));
        all.addAll(List.of(words));
        all.addAll(List.of("--store", store.toString()));
        return CommandRun.of(all.toArray(String[]::new));
    }
}
