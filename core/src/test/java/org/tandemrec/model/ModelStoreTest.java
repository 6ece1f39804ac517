package org.tandemrec.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemrec.data.BadInputException;

class ModelStoreTest {
    @TempDir private Path folder;

    private ModelStore store() {
        return ModelStore.at(folder.resolve("store"));
    }

    private String write(double strength) {
        try (ModelStore.Writing writing = store().beginWriting()) {
            return writing.write(SampleBundle.contents(strength), SampleBundle.MORNING).id();
        }
    }

    private void activate(String id) {
        try (ModelStore.Writing writing = store().beginWriting()) {
            writing.activate(id);
        }
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(file -> folder.relativize(file).toString()).sorted().toList();
        }
    }

    @Test
    void aStoreThatIsNotThereYetIsEmptyAndIsNotMadeByLooking() throws IOException {
        assertThat(store().list()).isEmpty();
        assertThat(store().activeId()).isEmpty();
        assertThat(everything()).containsExactly("");
    }

    @Test
    void theSameContentsHaveTheSameIdWhateverTheClockSays() {
        ModelStore morning = ModelStore.at(folder.resolve("morning"));
        ModelStore evening = ModelStore.at(folder.resolve("evening"));
        try (ModelStore.Writing one = morning.beginWriting();
                ModelStore.Writing other = evening.beginWriting()) {
            Manifest first = one.write(SampleBundle.contents(), SampleBundle.MORNING);
            Manifest second = other.write(SampleBundle.contents(), SampleBundle.EVENING);

            assertThat(first.id()).isEqualTo(second.id());
            assertThat(first.files()).isEqualTo(second.files());
            assertThat(first.created()).isBefore(second.created());
        }
    }

    @Test
    void otherContentsHaveAnotherId() {
        assertThat(write(1)).isNotEqualTo(write(2));
    }

    @Test
    void aBundleWrittenTwiceStaysAsItWas() {
        String id = write(1);
        try (ModelStore.Writing writing = store().beginWriting()) {
            Manifest again = writing.write(SampleBundle.contents(1), SampleBundle.EVENING);

            assertThat(again.id()).isEqualTo(id);
            assertThat(again.created()).isEqualTo(SampleBundle.MORNING.instant());
        }
        assertThat(store().list()).hasSize(1);
    }

    @Test
    void aBrokenBundleIsMendedByWritingItAgain() throws IOException {
        String id = write(1);
        Path tower = folder.resolve("store/bundles").resolve(id).resolve("item-tower.onnx");
        Files.writeString(tower, "broken");

        assertThat(write(1)).isEqualTo(id);
        assertThat(store().open(id).id()).isEqualTo(id);
    }

    @Test
    void aNewBundleIsNotActiveUntilItIsMadeSo() {
        String id = write(1);
        assertThat(store().activeId()).isEmpty();
        activate(id);
        assertThat(store().activeId()).contains(id);
        assertThat(store().openActive().id()).isEqualTo(id);
    }

    @Test
    void theBeginningOfAnIdIsEnoughWhereItIsTheOnlyOne() {
        String id = write(1);

        assertThat(store().open(id.substring(0, 3)).id()).isEqualTo(id);
    }

    @Test
    void aBeginningOfSeveralIdsIsRefusedWithAllOfThem() throws IOException {
        for (String id : List.of("7f3a00000000", "7f3b00000000")) {
            Files.createDirectories(folder.resolve("store/bundles").resolve(id));
        }

        assertThatThrownBy(() -> store().open("7f"))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "bundle '7f' could be any of 7f3a00000000, 7f3b00000000; give more of its id");
    }

    @Test
    void anUnknownIdIsRefusedWithTheNearestOne() {
        String id = write(1);
        String misspelt = "x" + id.substring(1);

        assertThatThrownBy(() -> store().open(misspelt))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "bundle '%s' is not in %s; 'tandem models' lists what is; did you mean '%s'?",
                        misspelt, store().folder(), id);
        assertThatThrownBy(() -> store().open("")).isInstanceOf(BadInputException.class);
    }

    @Test
    void withoutAnActiveBundleItSaysWhatToRun() {
        assertThatThrownBy(() -> store().openActive())
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "%s: no active bundle; run 'tandem quickstart' or 'tandem train --data PATH' first",
                        store().folder());
    }

    @Test
    void bundlesAreListedOldestFirst() {
        try (ModelStore.Writing writing = store().beginWriting()) {
            String evening = writing.write(SampleBundle.contents(1), SampleBundle.EVENING).id();
            String morning = writing.write(SampleBundle.contents(2), SampleBundle.MORNING).id();

            assertThat(store().list()).extracting(Manifest::id).containsExactly(morning, evening);
        }
    }

    @Test
    void aDamagedBundleDoesNotHideTheOthers() throws IOException {
        String whole = write(1);
        String damaged = write(2);
        Path manifest = folder.resolve("store/bundles").resolve(damaged).resolve("manifest.json");
        Files.writeString(manifest, "{");

        assertThat(store().list()).extracting(Manifest::id).containsExactly(whole);
        assertThat(store().damaged())
                .hasSize(1)
                .first()
                .asString()
                .startsWith(manifest + ": damaged");
    }

    @Test
    void rollbackGoesBackThroughWhatWasActive() {
        String first = write(1);
        String second = write(2);
        activate(first);
        activate(second);
        activate(first);
        try (ModelStore.Writing writing = store().beginWriting()) {
            assertThat(writing.rollback()).isEqualTo(second);
            assertThat(store().activeId()).contains(second);
            assertThat(writing.rollback()).isEqualTo(first);
            assertThatThrownBy(writing::rollback)
                    .isInstanceOf(BadInputException.class)
                    .hasMessage(
                            "%s: no earlier bundle was active, nothing to roll back to",
                            store().folder());
        }
        assertThat(store().activeId()).contains(first);
    }

    @Test
    void activatingTheActiveBundleChangesNothing() {
        String first = write(1);
        String second = write(2);
        activate(first);
        activate(second);
        activate(second);
        try (ModelStore.Writing writing = store().beginWriting()) {
            assertThat(writing.rollback()).isEqualTo(first);
        }
    }

    @Test
    void aBrokenBundleCannotBecomeActive() throws IOException {
        String whole = write(1);
        String broken = write(2);
        activate(whole);
        Files.writeString(
                folder.resolve("store/bundles").resolve(broken).resolve("histories.bin"), "");

        assertThatThrownBy(() -> activate(broken)).isInstanceOf(BadInputException.class);
        assertThat(store().activeId()).contains(whole);
    }

    @Test
    void ofTwoWritersTheSecondIsRefused() {
        try (ModelStore.Writing _ = store().beginWriting()) {
            assertThatThrownBy(() -> store().beginWriting())
                    .isInstanceOf(BadInputException.class)
                    .hasMessage(
                            "%s: another tandem is writing to this store; wait for it or choose another folder with --store",
                            store().folder());
        }
        store().beginWriting().close();
    }

    @Test
    void closingTheRightToWriteTwiceIsHarmless() {
        ModelStore.Writing writing = store().beginWriting();
        writing.close();
        writing.close();
        write(1);
    }

    @Test
    void readersAreServedWhileSomebodyWrites() {
        activate(write(1));
        try (ModelStore.Writing _ = store().beginWriting()) {
            assertThat(store().openActive().catalogue()).hasSize(12);
        }
    }

    @Test
    void aWriteThatFailsHalfWayLeavesNothing() throws IOException {
        String before = write(1);
        List<String> there = everything();
        BundleContents unwritable = withTitle("half a surrogate \ud83c");
        try (ModelStore.Writing writing = store().beginWriting()) {
            assertThatThrownBy(() -> writing.write(unwritable, SampleBundle.MORNING))
                    .isInstanceOf(BadInputException.class)
                    .hasMessage(
                            "%s: bundle cannot be written (a text is no valid Unicode); nothing was changed",
                            store().folder());
        }
        assertThat(everything()).isEqualTo(there);
        assertThat(store().open(before).id()).isEqualTo(before);
    }

    private static BundleContents withTitle(String title) {
        List<CatalogueItem> catalogue = new ArrayList<>(SampleBundle.contents().catalogue());
        CatalogueItem last = catalogue.removeLast();
        catalogue.add(
                new CatalogueItem(
                        last.id(), title, last.categories(), last.numbers(), last.interactions()));
        return with(catalogue);
    }

    private static BundleContents with(List<CatalogueItem> catalogue) {
        BundleContents contents = SampleBundle.contents();
        return new BundleContents(
                contents.preset(),
                contents.seed(),
                contents.recipe(),
                contents.vocabularies(),
                contents.users(),
                contents.items(),
                catalogue,
                contents.interactions(),
                contents.towers(),
                contents.metrics(),
                contents.settings(),
                contents.reports());
    }

    @Test
    void whatAKilledWriterLeftIsClearedAwayAndNeverListed() throws IOException {
        String id = write(1);
        Path left = folder.resolve("store/bundles/.partial");
        Files.createDirectories(left.resolve("deep"));
        Files.writeString(left.resolve("deep/user-tower.onnx"), "half");

        assertThat(store().list()).extracting(Manifest::id).containsExactly(id);
        store().beginWriting().close();
        assertThat(left).doesNotExist();
    }

    @Test
    void aFileInThePlaceOfTheStoreIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");

        assertThatThrownBy(() -> ModelStore.at(file))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "%s: a file, expected a store's folder; choose another with --store", file);
        assertThat(file).hasContent("mine");
    }

    @Test
    void aFileInThePlaceOfTheBundlesIsRefused() throws IOException {
        Files.createDirectories(folder.resolve("store"));
        Path file = Files.writeString(folder.resolve("store/bundles"), "mine");

        assertThatThrownBy(() -> store().beginWriting())
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "%s: cannot write here (a file is in the way of a folder); choose another folder with --store",
                        store().folder());
        assertThat(file).hasContent("mine");
    }

    @Test
    void aReportCannotTakeThePlaceOfABundlesOwnFile() {
        BundleContents contents = SampleBundle.contents();
        for (String name : List.of("manifest.json", "recipe.json", "../active", "a/b", "")) {
            assertThatThrownBy(() -> contents.with(Map.of(name, "text")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("report '%s', expected the plain name of a further file", name);
        }
    }
}
