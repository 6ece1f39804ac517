package org.tandemrec.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemrec.data.BadInputException;
import org.tandemrec.model.BundleContents;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.ModelStore;
import org.tandemrec.model.RatingScale;
import org.tandemrec.model.SampleBundle;
import org.tandemrec.model.TableTower;
import org.tandemrec.model.TowerPair;

class EmbedderTest {
    @TempDir Path folder;
    private ModelBundle bundle;

    @BeforeEach
    void openBundle() {
        bundle = SampleBundle.storeIn(folder).openActive();
    }

    @Test
    void itemsAreRowAfterRowWithTheUnknownOneFirst() {
        try (Embedder embedder = new Embedder(bundle)) {
            float[] items = embedder.items();

            assertThat(items).hasSize(13 * SampleBundle.DIMENSION);
            assertThat(Arrays.copyOf(items, 8)).containsExactly(0, 0, 0, 0, 1, 0, 0, 0.1f);
        }
    }

    @Test
    void aKnownUserHasTheVectorOfTheirRow() {
        try (Embedder embedder = new Embedder(bundle)) {
            float[] users = embedder.users();

            assertThat(embedder.person(Optional.of("ben"), Map.of()))
                    .containsExactly(Arrays.copyOfRange(users, 8, 12))
                    .containsExactly(0, 1, 0, 2.5f);
        }
    }

    @Test
    void aPersonWithoutAnIdIsMadeOfWhatTheySay() {
        try (Embedder embedder = new Embedder(bundle)) {
            assertThat(embedder.person(Optional.empty(), Map.of("gender", "F", "age", "1")))
                    .containsExactly(1, 0, -1, 0.5f);
            assertThat(embedder.person(Optional.empty(), Map.of()))
                    .containsExactly(Arrays.copyOf(embedder.users(), 4));
        }
    }

    @Test
    void closingTwiceIsHarmless() {
        Embedder embedder = new Embedder(bundle);
        embedder.items();
        embedder.close();
        embedder.close();
        assertThat(bundle.catalogue()).hasSize(12);
    }

    @Test
    void aTowerThatReadsOtherFieldsThanTheManifestSaysIsRefused() {
        try (Embedder embedder = new Embedder(withTowersOfAnotherRecipe())) {
            assertThatThrownBy(() -> embedder.person(Optional.empty(), Map.of()))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageEndingWith(
                            "user-tower.onnx: reads [size], expected [age, gender, id, occupation] as the manifest says");
        }
    }

    private ModelBundle withTowersOfAnotherRecipe() {
        byte[] other =
                TableTower.onnx(2, List.of(TableTower.Table.one("size", List.of(new float[2]))));
        BundleContents contents = SampleBundle.contents();
        BundleContents changed =
                new BundleContents(
                        contents.preset(),
                        contents.seed(),
                        contents.recipe(),
                        contents.vocabularies(),
                        contents.users(),
                        contents.items(),
                        contents.catalogue(),
                        contents.interactions(),
                        new TowerPair(other, other, 2, new RatingScale(1, 0, 1, 5)),
                        contents.metrics(),
                        contents.settings(),
                        contents.reports());
        ModelStore store = ModelStore.at(folder);
        try (ModelStore.Writing writing = store.beginWriting()) {
            return store.open(writing.write(changed, Clock.systemUTC()).id());
        }
    }
}
