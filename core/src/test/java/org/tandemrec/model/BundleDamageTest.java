package org.tandemrec.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemrec.data.BadInputException;

class BundleDamageTest {
    private static final String[] FILES = {
        "manifest.json",
        "manifest.sha256",
        "recipe.json",
        "vocabularies.json",
        "items.jsonl",
        "users.codes",
        "items.codes",
        "histories.bin",
        "user-tower.onnx",
        "item-tower.onnx",
        "run-card.md"
    };

    @TempDir private Path store;
    private Path folder;

    @BeforeEach
    void writeBundle() {
        ModelStore written = SampleBundle.storeIn(store);
        folder = store.resolve("bundles").resolve(written.activeId().orElseThrow());
    }

    @Test
    void theFilesTestedHereAreAllThereAre() throws IOException {
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(FILES);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aChangedByteInAnyFileIsRefusedInOneLineThatNamesTheFile(int third) throws IOException {
        for (String name : FILES) {
            Path file = folder.resolve(name);
            byte[] whole = Files.readAllBytes(file);
            byte[] changed = whole.clone();
            changed[Math.min(whole.length - 1, third * whole.length / 2)] ^= 1;
            Files.write(file, changed);
            assertRefused(name.startsWith("manifest") ? "manifest" : name);
            Files.write(file, whole);
        }
        assertThat(ModelBundle.open(folder).catalogue()).hasSize(12);
    }

    @Test
    void aMissingFileIsRefusedInOneLineThatNamesIt() throws IOException {
        for (String name : FILES) {
            Path file = folder.resolve(name);
            byte[] whole = Files.readAllBytes(file);
            Files.delete(file);
            assertRefused(name);
            Files.write(file, whole);
        }
    }

    @Test
    void aTruncatedFileIsRefusedInOneLineThatNamesIt() throws IOException {
        for (String name : FILES) {
            Path file = folder.resolve(name);
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(whole, whole.length / 2));
            assertRefused(name.startsWith("manifest") ? "manifest" : name);
            Files.write(file, new byte[0]);
            assertRefused(name.startsWith("manifest") ? "manifest" : name);
            Files.write(file, whole);
        }
    }

    @Test
    void aTruncatedManifestSaysWhereItEnds() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), "{\"format\" : 1,\n \"id\" : \"7f");

        assertThatThrownBy(() -> ModelBundle.open(folder))
                .hasMessageStartingWith(
                        folder.resolve("manifest.json") + ": damaged (line 2, column ")
                .hasMessageEndingWith(
                        "; train again, or activate another bundle with 'tandem models'");
    }

    @Test
    void aChangedFileSaysWhatToDo() throws IOException {
        Files.write(folder.resolve("histories.bin"), new byte[] {1, 2, 3});

        assertThatThrownBy(() -> ModelBundle.open(folder))
                .hasMessageMatching(
                        ".*histories.bin: SHA-256 is 039058c6…, expected [0-9a-f]{8}…; the bundle was changed, train again, or activate another bundle with 'tandem models'");
    }

    @Test
    void aFileThatTheManifestDoesNotNameIsRefused() throws IOException {
        Files.writeString(folder.resolve("item-tower.data"), "weights");

        assertThatThrownBy(() -> ModelBundle.open(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "%s: not named by the bundle's manifest; remove it",
                        folder.resolve("item-tower.data"));
    }

    @Test
    void aHiddenFileIsNobodysBusiness() throws IOException {
        Files.writeString(folder.resolve(".DS_Store"), "");

        assertThat(ModelBundle.open(folder).catalogue()).hasSize(12);
    }

    @Test
    void aNewerFormatAsksForANewerProgramWhateverElseIsNewInIt() throws IOException {
        Files.writeString(folder.resolve("manifest.json"), "{\"format\": 2, \"towers\": 3}\n");

        assertThatThrownBy(() -> ModelBundle.open(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "%s: format is 2, this version reads up to 1; use a newer Tandem",
                        folder.resolve("manifest.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"format\" : 1->\"format\" : \"one\"",
                "\"format\" : 1->\"forma\" : 1",
                "\"dimension\" : 4->\"dimension\" : 0",
                "\"dimension\" : 4->\"dimension\" : \"4\"",
                "\"kind\" : \"text\"->\"kind\" : \"tale\"",
                "\"width\" : 1->\"width\" : 0",
                "\"users\" : 4->\"users\" : 5",
                "\"items\" : 12->\"items\" : 11",
                "\"interactions\" : 5->\"interactions\" : 6",
                "\"created\" : \"2026->\"created\" : \"long ago",
                "\"id\" : \"->\"id\" : \"0",
                "\"low\" : 1.0->\"low\" : 9.0"
            })
    void aManifestWithAHashOfItsOwnIsStillReadWithCare(String change) throws IOException {
        List<String> parts = List.of(change.split("->", -1));
        Path file = folder.resolve("manifest.json");
        String manifest = Files.readString(file);
        assertThat(manifest).contains(parts.getFirst());
        byte[] changed =
                manifest.replace(parts.getFirst(), parts.getLast())
                        .getBytes(StandardCharsets.UTF_8);
        Files.write(file, changed);
        Files.writeString(
                folder.resolve("manifest.sha256"), BundleFiles.hashLine(Sha256.of(changed)));

        assertRefused("");
    }

    @Test
    void theManifestsHashIsAsTheUsualToolsWriteIt() throws IOException {
        byte[] manifest = Files.readAllBytes(folder.resolve("manifest.json"));

        assertThat(folder.resolve("manifest.sha256"))
                .hasContent(Sha256.of(manifest) + "  manifest.json\n");
        assertThat(Sha256.of(new byte[0]))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void aFolderThatIsNoBundleIsRefused() {
        assertThatThrownBy(() -> ModelBundle.open(store))
                .isInstanceOf(BadInputException.class)
                .hasMessage("%s: no manifest.json, expected the folder of a bundle", store);
    }

    private void assertRefused(String name) {
        assertThatThrownBy(() -> ModelBundle.open(folder))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(name)
                .hasMessageContaining(folder.toString())
                .message()
                .doesNotContain("\n");
    }
}
