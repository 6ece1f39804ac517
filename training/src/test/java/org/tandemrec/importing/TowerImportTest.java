package org.tandemrec.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tandemrec.importing.ImportFolder.AGE_ROWS;
import static org.tandemrec.importing.ImportFolder.GENDER_ROWS;
import static org.tandemrec.importing.ImportFolder.GENRE_ROWS;
import static org.tandemrec.importing.ImportFolder.ITEM_ROWS;
import static org.tandemrec.importing.ImportFolder.USER_ROWS;
import static org.tandemrec.importing.ImportFolder.WORD_ROWS;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemrec.data.BadInputException;
import org.tandemrec.embeddings.Embedder;
import org.tandemrec.features.AttributeReader;
import org.tandemrec.model.ModelBundle;
import org.tandemrec.model.RatingScale;
import org.tandemrec.model.TowerInput;
import org.tandemrec.model.UnknownCode;

class TowerImportTest {
    private static final double SCALE = 5;

    @TempDir private Path place;
    private ImportFolder folder;

    @BeforeEach
    void bring() throws IOException {
        folder = new ImportFolder(place);
    }

    @Test
    void knownUsersHaveTheVectorsOfTheForeignTowerAtTheLengthOfTheScale() {
        try (Embedder embedder = new Embedder(folder.bundle())) {
            assertVector(
                    embedder.person(Optional.of("1"), Map.of()),
                    SCALE,
                    USER_ROWS[1],
                    GENDER_ROWS[1],
                    AGE_ROWS[2]);
            assertVector(
                    embedder.person(Optional.of("2"), Map.of()),
                    SCALE,
                    USER_ROWS[2],
                    GENDER_ROWS[0],
                    AGE_ROWS[0]);
        }
    }

    @Test
    void itemsHaveTheVectorsOfTheForeignTowerAtLengthOne() {
        try (Embedder embedder = new Embedder(folder.bundle())) {
            float[] vectors = embedder.items();
            assertVector(
                    row(vectors, 1), 1, ITEM_ROWS[1], GENRE_ROWS[1], WORD_ROWS[1], WORD_ROWS[2]);
            assertVector(
                    row(vectors, 2),
                    1,
                    ITEM_ROWS[3],
                    GENRE_ROWS[2],
                    GENRE_ROWS[3],
                    WORD_ROWS[3],
                    WORD_ROWS[4]);
            assertVector(row(vectors, 3), 1, ITEM_ROWS[10], WORD_ROWS[2], WORD_ROWS[5]);
        }
    }

    @Test
    void vectorsAreLeftAsTheyAreWhereTheMappingSaysSo() throws IOException {
        folder.mapping("{normalise: true, scale: 5}", "{normalise: false}");
        try (Embedder embedder = new Embedder(folder.bundle())) {
            assertThat(row(embedder.items(), 1)).containsExactly(1.6f, 1.1f);
            assertThat(embedder.person(Optional.of("1"), Map.of())).containsExactly(1.3f, 2.8f);
        }
    }

    @Test
    void aStrangerIsTheUserWhoStandsInWithAttributesOfTheirOwn() {
        ModelBundle bundle = folder.bundle();
        assertThat(bundle.manifest().userInputs())
                .extracting(TowerInput::unknown)
                .containsExactly(
                        new UnknownCode.StandIn("1"),
                        new UnknownCode.Refused(),
                        new UnknownCode.Refused());
        try (Embedder embedder = new Embedder(bundle)) {
            assertVector(
                    embedder.person(Optional.empty(), Map.of("gender", "M", "age", "18")),
                    SCALE,
                    USER_ROWS[1],
                    GENDER_ROWS[0],
                    AGE_ROWS[1]);
        }
    }

    @Test
    void whatATowerNeedsAndNobodySaidIsRefusedAndNotInvented() {
        ModelBundle bundle = folder.bundle();
        assertThatThrownBy(() -> bundle.person(Optional.of("5"), Map.of()))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "the towers of bundle %s need to know gender; say it with --person gender=VALUE"
                                .formatted(bundle.id()));
        assertThat(bundle.refusal(Optional.empty(), Map.of("age", "18"))).isPresent();
        try (Embedder embedder = new Embedder(bundle)) {
            assertThat(row(embedder.users(), 3)).containsOnly(Float.NaN);
            assertVector(
                    embedder.person(Optional.of("5"), Map.of("gender", "M")),
                    SCALE,
                    USER_ROWS[5],
                    GENDER_ROWS[0],
                    AGE_ROWS[1]);
        }
    }

    @Test
    void towersThatKnowTheirOwnUsersOnlyRefuseStrangers() throws IOException {
        folder.mapping("number: {from: 1, to: 5}, missing: 1", "codes: {\"1\": 1, \"2\": 2}");
        ModelBundle bundle = folder.bundle();
        Map<String, String> attributes = Map.of("gender", "F", "age", "1");
        assertThat(bundle.refusal(Optional.empty(), attributes).orElseThrow())
                .isEqualTo(
                        "the towers of bundle %s have no row for strangers; ask for a user they know with --user ID"
                                .formatted(bundle.id()));
        assertThat(bundle.refusal(Optional.of("5"), attributes).orElseThrow())
                .startsWith("user '5' has no row in the towers of bundle");
        assertThat(bundle.refusal(Optional.of("2"), attributes)).isEmpty();
        assertThat(folder.towers().notices())
                .contains(
                        "the towers have no row for strangers and know their own users only",
                        "1 users of the data have no code for id");
    }

    @Test
    void aRowOfTheTowersOwnForWhatIsMissingNeedsNoNotice() throws IOException {
        folder.mapping("codes: {M: 0, F: 1}, asked-by: code", "codes: {F: 1}, missing: 0");
        ModelBundle bundle = folder.bundle();
        assertThat(bundle.manifest().userInputs().get(1).unknown())
                .isEqualTo(new UnknownCode.OwnRow());
        assertThat(folder.towers().notices())
                .contains(
                        "no code for gender: male; people who say so are people who do not say it")
                .noneMatch(notice -> notice.contains("gender gets no answer"));
        try (Embedder embedder = new Embedder(bundle)) {
            assertVector(
                    embedder.person(Optional.of("5"), Map.of()),
                    SCALE,
                    USER_ROWS[5],
                    GENDER_ROWS[0],
                    AGE_ROWS[1]);
        }
    }

    @Test
    void peopleMayBeAskedByTheForeignCodes() {
        ModelBundle bundle = folder.bundle();
        assertThat(read(bundle, "age", "0")).isEqualTo("1");
        assertThat(read(bundle, "age", "1")).isEqualTo("18");
        assertThat(read(bundle, "age", "2")).isEqualTo("25");
        assertThat(read(bundle, "age", "30")).isEqualTo("25");
        assertThat(read(bundle, "gender", "1")).isEqualTo("F");
        assertThat(read(bundle, "gender", "male")).isEqualTo("M");
    }

    @Test
    void whoeverImportsIsToldWhatTheTowersLack() {
        assertThat(folder.towers().notices())
                .containsExactly(
                        "the towers have no row for strangers: user 1 stands in for them, and that user's taste colours the answer",
                        "a person who does not say gender gets no answer",
                        "a person who does not say age gets no answer",
                        "1 users of the data have no code for gender",
                        "the user tower does not read zip, children, interests");
    }

    @Test
    void theBundleSaysHowScoresBecomeRatingsAndKeepsTheMapping() throws IOException {
        ModelBundle bundle = folder.bundle();
        assertThat(bundle.manifest().preset()).isEqualTo("by-hand");
        assertThat(bundle.manifest().ratings()).contains(new RatingScale(0.5, 2.5, 1, 5));
        assertThat(bundle.manifest().files()).containsKey("mapping.yaml");
        assertThat(bundle.recipe().personFields())
                .filteredOn(field -> field.input())
                .extracting(field -> field.name())
                .containsExactly("gender", "age");
        folder.mapping("rating: {slope: 0.5, offset: 2.5}\n", "");
        assertThat(folder.bundle().manifest().ratings()).isEmpty();
    }

    @Test
    void theSameFilesGiveTheSameBundle() {
        assertThat(folder.bundle().id()).isEqualTo(folder.bundle().id());
    }

    @Test
    void setsAndNumbersOfUsersAreReadToo() throws IOException {
        folder.write(
                "user.onnx",
                new ForeignTower("fetch_name_0", 2)
                        .several("likes", 2, GENRE_ROWS)
                        .one("children", AGE_ROWS)
                        .model());
        folder.write(
                "mapping.yaml",
                ImportFolder.MAPPING.replaceFirst(
                        "(?s)    user_id.*?item:",
                        """
                            likes: {field: interests, codes: {cats: 1, fish: 2}, width: 2}
                            children: {field: children, number: {from: 0, to: 2}, missing: 1}
                        item:"""));
        ModelBundle bundle = folder.bundle();
        try (Embedder embedder = new Embedder(bundle)) {
            assertVector(
                    embedder.person(Optional.of("1"), Map.of()), SCALE, GENRE_ROWS[1], AGE_ROWS[0]);
            assertVector(
                    embedder.person(Optional.of("5"), Map.of()), SCALE, GENRE_ROWS[2], AGE_ROWS[1]);
            assertVector(
                    embedder.person(
                            Optional.empty(),
                            Map.of("interests", "fish", "children", read(bundle, "children", "2"))),
                    SCALE,
                    GENRE_ROWS[2],
                    AGE_ROWS[2]);
        }
    }

    @Test
    void weightsInAFileBesideTheModelAreBroughtInside() throws IOException {
        folder.write("user.onnx", outside(ImportFolder.userTower().model(), "weights.data"));
        try (Embedder embedder = new Embedder(folder.bundle())) {
            assertVector(
                    embedder.person(Optional.of("2"), Map.of()),
                    SCALE,
                    USER_ROWS[2],
                    GENDER_ROWS[0],
                    AGE_ROWS[0]);
        }
    }

    /** The first table moves to an initializer, and its numbers to a file. */
    private ModelProto outside(ModelProto model, String location) throws IOException {
        GraphProto.Builder graph = model.getGraph().toBuilder();
        NodeProto constant = graph.getNode(0);
        TensorProto table = constant.getAttribute(0).getT();
        byte[] bytes = table.getRawData().toByteArray();
        byte[] padded = new byte[bytes.length + 16];
        System.arraycopy(bytes, 0, padded, 16, bytes.length);
        Files.write(place.resolve(location), padded);
        graph.removeNode(0);
        graph.addInitializer(
                table.toBuilder()
                        .setName(constant.getOutput(0))
                        .clearRawData()
                        .setDataLocation(TensorProto.DataLocation.EXTERNAL)
                        .addExternalData(entry("location", location))
                        .addExternalData(entry("offset", "16"))
                        .addExternalData(entry("length", Integer.toString(bytes.length))));
        return model.toBuilder().setGraph(graph).build();
    }

    private static StringStringEntryProto entry(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    @Test
    void graphsInsideOfNodesKeepSeeingTheNamesOutside() throws IOException {
        folder.write("user.onnx", withBranch(ImportFolder.userTower().model()));
        try (Embedder embedder = new Embedder(folder.bundle())) {
            assertVector(
                    embedder.person(Optional.of("2"), Map.of()),
                    SCALE,
                    USER_ROWS[2],
                    GENDER_ROWS[0],
                    AGE_ROWS[0]);
        }
    }

    /** The output goes through an If, both branches of which give what stands outside of them. */
    private static ModelProto withBranch(ModelProto model) {
        GraphProto.Builder graph = model.getGraph().toBuilder();
        int last = graph.getNodeCount() - 1;
        graph.setNode(last, graph.getNode(last).toBuilder().setOutput(0, "vector"));
        GraphProto branch =
                GraphProto.newBuilder()
                        .setName("branch")
                        .addNode(
                                NodeProto.newBuilder()
                                        .setOpType("Identity")
                                        .addInput("vector")
                                        .addOutput("chosen"))
                        .addOutput(graph.getOutput(0).toBuilder().setName("chosen"))
                        .build();
        graph.addInitializer(
                TensorProto.newBuilder()
                        .setName("condition")
                        .setDataType(TensorProto.DataType.BOOL.getNumber())
                        .addInt32Data(1));
        graph.addNode(
                NodeProto.newBuilder()
                        .setOpType("If")
                        .addInput("condition")
                        .addOutput("fetch_name_0")
                        .addAttribute(branch("then_branch", branch))
                        .addAttribute(branch("else_branch", branch)));
        return model.toBuilder().setGraph(graph).build();
    }

    private static AttributeProto branch(String name, GraphProto graph) {
        return AttributeProto.newBuilder()
                .setName(name)
                .setType(AttributeProto.AttributeType.GRAPH)
                .setG(graph)
                .build();
    }

    private static String read(ModelBundle bundle, String field, String said) {
        return AttributeReader.read(
                        bundle.recipe().users().orElseThrow().field(field).orElseThrow(),
                        bundle.vocabularies().user(field),
                        said)
                .code();
    }

    private static float[] row(float[] vectors, int row) {
        return Arrays.copyOfRange(vectors, 2 * row, 2 * row + 2);
    }

    private static void assertVector(float[] found, double scale, float[]... rows) {
        assertThat(found).containsExactly(ImportFolder.unit(scale, List.of(rows)), within(1e-5f));
    }
}
