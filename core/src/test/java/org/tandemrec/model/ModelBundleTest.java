package org.tandemrec.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemrec.data.TimeColumn;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedTable;

class ModelBundleTest {
    private final BundleContents contents = SampleBundle.contents();

    @TempDir private Path folder;
    private ModelBundle bundle;

    @BeforeEach
    void open() {
        bundle = SampleBundle.storeIn(folder).openActive();
    }

    @Test
    void givesBackWhatWasWritten() {
        assertThat(bundle.recipe()).isEqualTo(contents.recipe());
        assertThat(bundle.catalogue()).isEqualTo(contents.catalogue());
        assertSame(bundle.users(), contents.users());
        assertSame(bundle.items(), contents.items());
        contents.vocabularies()
                .users()
                .forEach(
                        (field, vocabulary) ->
                                assertThat(bundle.vocabularies().user(field).values())
                                        .isEqualTo(vocabulary.values()));
        contents.vocabularies()
                .items()
                .forEach(
                        (field, vocabulary) ->
                                assertThat(bundle.vocabularies().item(field).values())
                                        .isEqualTo(vocabulary.values()));
    }

    @Test
    void givesBackTheTowersByteForByte() throws IOException {
        assertThat(Files.readAllBytes(bundle.userTower())).isEqualTo(contents.towers().user());
        assertThat(Files.readAllBytes(bundle.itemTower())).isEqualTo(contents.towers().item());
    }

    @Test
    void itsManifestSaysWhatItIs() {
        Manifest manifest = bundle.manifest();

        assertThat(manifest.id()).isEqualTo(bundle.id()).matches("[0-9a-f]{12}");
        assertThat(manifest.created()).isEqualTo(SampleBundle.MORNING.instant());
        assertThat(manifest.preset()).isEqualTo("by-hand");
        assertThat(manifest.seed()).isEqualTo(7);
        assertThat(manifest.data()).isEqualTo(new Manifest.DataSummary("films", 4, 12, 5));
        assertThat(manifest.dimension()).isEqualTo(SampleBundle.DIMENSION);
        assertThat(manifest.ratings()).contains(new RatingScale(1, 3, 1, 5));
        assertThat(manifest.metrics()).isEqualTo(contents.metrics());
        assertThat(manifest.settings()).isEqualTo(contents.settings());
        assertThat(manifest.versions()).containsKeys("java", "tandem");
        assertThat(manifest.files()).containsKeys("histories.bin", "run-card.md").hasSize(9);
        assertThat(manifest.userInputs())
                .extracting(TowerInput::field)
                .containsExactly("id", "gender", "age", "occupation");
    }

    @Test
    void anItemIsFoundByItsId() {
        CatalogueItem item = bundle.item("3").orElseThrow();

        assertThat(item)
                .isEqualTo(
                        new CatalogueItem(
                                "3",
                                "Two Left Shoes (1992)",
                                Map.of("genres", List.of("Comedy", "Romance")),
                                Map.of("year", 1992.0),
                                0));
        assertThat(bundle.item("99")).isEmpty();
    }

    @Test
    void anItemOfWhichAQuantityIsNotKnownHasNone() {
        assertThat(bundle.item("12").orElseThrow().numbers()).isEmpty();
    }

    @Test
    void theCatalogueCountsInteractions() {
        assertThat(bundle.catalogue())
                .extracting(CatalogueItem::interactions)
                .containsExactly(2, 1, 0, 0, 0, 0, 1, 1, 0, 0, 0, 0);
    }

    @Test
    void aHistoryIsInTheOrderOfTime() {
        History history = bundle.history("ann");

        assertThat(bundle.itemsOf(history)).containsExactly("2", "1", "7");
        assertThat(history.value(0)).isEqualTo(3);
        assertThat(history.value(2)).isEqualTo(2);
        assertThat(history.time(1)).isEqualTo(200);
    }

    @Test
    void aHistoryWithoutTimesSaysSo() {
        assertThat(bundle.history("cat").time(0)).isEqualTo(TimeColumn.MISSING);
    }

    @Test
    void aUserWithoutInteractionsAndAnUnknownOneHaveAnEmptyHistory() {
        assertThat(bundle.history("dan").size()).isZero();
        assertThat(bundle.history("eve").size()).isZero();
        assertThat(bundle.knowsUser("dan")).isTrue();
        assertThat(bundle.knowsUser("eve")).isFalse();
    }

    @Test
    void aKnownUserIsTheirRow() {
        assertThat(codes(bundle.person(Optional.of("ben"), Map.of()))).containsExactly(2, 2, 2, 1);
    }

    @Test
    void whatAPersonSaysTakesThePlaceOfWhatIsKnown() {
        assertThat(codes(bundle.person(Optional.of("ben"), Map.of("gender", "F"))))
                .containsExactly(2, 1, 2, 1);
    }

    @Test
    void aPersonOfWhomNothingIsKnownIsAllZeros() {
        assertThat(codes(bundle.person(Optional.empty(), Map.of()))).containsExactly(0, 0, 0, 0);
        assertThat(codes(bundle.person(Optional.of("eve"), Map.of()))).containsExactly(0, 0, 0, 0);
    }

    @Test
    void anAttributeThatNoTowerReadsIsRefused() {
        assertThatThrownBy(() -> bundle.person(Optional.empty(), Map.of("zip", "00001")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no input of the user tower: [zip]");
    }

    private static List<Integer> codes(EncodedTable person) {
        assertThat(person.rows()).isEqualTo(1);
        return person.fields().stream().map(field -> field.codes()[0]).toList();
    }

    private static void assertSame(EncodedTable found, EncodedTable expected) {
        assertThat(found.fields()).hasSameSizeAs(expected.fields());
        for (EncodedField field : expected.fields()) {
            EncodedField other = found.field(field.name()).orElseThrow();
            assertThat(other.kind()).isEqualTo(field.kind());
            assertThat(other.width()).isEqualTo(field.width());
            assertThat(other.vocabularyRows()).isEqualTo(field.vocabularyRows());
            assertThat(other.codes()).isEqualTo(field.codes());
        }
    }
}
