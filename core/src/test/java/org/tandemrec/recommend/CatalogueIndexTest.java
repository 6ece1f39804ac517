package org.tandemrec.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemrec.embeddings.Embedder;
import org.tandemrec.index.IndexException;
import org.tandemrec.index.IndexKind;
import org.tandemrec.index.VectorIndex;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.SampleBundle;

class CatalogueIndexTest {
    @TempDir Path folder;
    private ModelBundle bundle;

    @BeforeEach
    void openBundle() {
        bundle = SampleBundle.storeIn(folder.resolve("store")).openActive();
    }

    private VectorIndex build(List<Integer> progress) {
        try (Embedder embedder = new Embedder(bundle)) {
            return CatalogueIndex.build(
                    bundle, embedder, folder.resolve("index"), IndexKind.EXACT, progress::add);
        }
    }

    private VectorIndex openOrBuild(List<String> built) {
        try (Embedder embedder = new Embedder(bundle)) {
            return CatalogueIndex.openOrBuild(
                    bundle, embedder, folder.resolve("index"), () -> built.add("building"));
        }
    }

    @Test
    void everyItemIsInItWithTheVectorOfItsRowAndTheBundlesVersion() {
        List<Integer> progress = new ArrayList<>();
        try (VectorIndex index = build(progress)) {
            assertThat(index.count()).isEqualTo(12);
            assertThat(index.version()).isEqualTo(bundle.id());
            assertThat(index.vectorOf("3").orElseThrow().toArray()).containsExactly(1, 0, 1, 0.3f);
        }
        assertThat(progress).containsExactly(12);
    }

    @Test
    void theUnknownItemIsNotInIt() {
        try (VectorIndex index = build(new ArrayList<>())) {
            assertThat(index.vectorOf("")).isEmpty();
        }
    }

    @Test
    void whatIsThereIsOpenedAndWhatIsMissingIsBuilt() {
        List<String> built = new ArrayList<>();
        openOrBuild(built).close();
        assertThat(built).containsExactly("building");
        openOrBuild(built).close();
        assertThat(built).hasSize(1);
    }

    @Test
    void aDamagedIndexIsRefusedAndNotBuiltOver() throws IOException {
        openOrBuild(new ArrayList<>()).close();
        Path file = folder.resolve("index/exact.index");
        Files.writeString(file, "damaged");

        assertThatThrownBy(() -> openOrBuild(new ArrayList<>()))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("run 'tandem index'");
        assertThat(file).hasContent("damaged");
    }
}
