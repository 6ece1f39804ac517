package org.tandemrec.embeddings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemrec.data.BadInputException;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.FieldKind;
import org.tandemrec.features.HistoryInput;
import org.tandemrec.features.HistoryPart;
import org.tandemrec.model.TableTower;

class TowerTest {
    private static final int COLOURS = 100;

    @TempDir Path folder;

    /** The vector of a colour c and tags t1, t2: (c, t1 + t2). */
    private Path towerFile() throws IOException {
        List<float[]> colours =
                IntStream.range(0, COLOURS).mapToObj(code -> new float[] {code, 0}).toList();
        List<float[]> tags = IntStream.range(0, 4).mapToObj(code -> new float[] {0, code}).toList();
        byte[] onnx =
                TableTower.onnx(
                        2,
                        List.of(
                                TableTower.Table.one("colour", colours),
                                TableTower.Table.several("tags", tags)));
        return Files.write(folder.resolve("tower.onnx"), onnx);
    }

    private static EncodedTable rows(int[] colours, int[] tags) {
        return new EncodedTable(
                List.of(
                        new EncodedField("colour", FieldKind.CATEGORY, COLOURS, 1, colours),
                        new EncodedField("tags", FieldKind.CATEGORIES, 4, 2, tags)));
    }

    @Test
    void aVectorIsWhatTheModelSays() throws IOException {
        try (Tower tower = Tower.open(towerFile(), 2)) {
            float[] vectors = tower.vectors(rows(new int[] {7, 0}, new int[] {1, 3, 2, 0}));

            assertThat(vectors).containsExactly(7, 4, 0, 2);
            assertThat(tower.dimension()).isEqualTo(2);
            assertThat(tower.inputs()).containsExactlyInAnyOrder("colour", "tags");
        }
    }

    @Test
    void moreRowsThanOneBatchComeBackInTheirOrder() throws IOException {
        int rows = 2 * 4096 + 5;
        int[] colours = IntStream.range(0, rows).map(row -> row % COLOURS).toArray();
        int[] tags = IntStream.range(0, 2 * rows).map(position -> position % 4).toArray();
        try (Tower tower = Tower.open(towerFile(), 2)) {
            float[] vectors = tower.vectors(rows(colours, tags));

            assertThat(vectors).hasSize(2 * rows);
            for (int row = 0; row < rows; row++) {
                assertThat(vectors[2 * row]).isEqualTo(colours[row]);
                assertThat(vectors[2 * row + 1]).isEqualTo(tags[2 * row] + tags[2 * row + 1]);
            }
        }
    }

    @Test
    void noRowsHaveNoVectors() throws IOException {
        try (Tower tower = Tower.open(towerFile(), 2)) {
            assertThat(tower.vectors(rows(new int[0], new int[0]))).isEmpty();
        }
    }

    @Test
    void manyThreadsGetTheSameVectors() throws Exception {
        int[] colours = IntStream.range(0, 500).map(row -> row % COLOURS).toArray();
        int[] tags = IntStream.range(0, 1000).map(position -> position % 4).toArray();
        EncodedTable table = rows(colours, tags);
        try (Tower tower = Tower.open(towerFile(), 2);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            float[] expected = tower.vectors(table);
            for (Future<float[]> answer : answers(threads, tower, table)) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }

    private static List<Future<float[]>> answers(
            ExecutorService threads, Tower tower, EncodedTable table)
            throws InterruptedException, ExecutionException {
        List<Future<float[]>> answers = new ArrayList<>();
        for (int task = 0; task < 40; task++) {
            answers.add(threads.submit(() -> tower.vectors(table)));
        }
        return answers;
    }

    @Test
    void aBrokenFileIsRefusedInOneLine() throws IOException {
        byte[] whole = Files.readAllBytes(towerFile());
        for (byte[] broken : List.of(new byte[0], Arrays.copyOf(whole, whole.length / 2))) {
            Path file = Files.write(folder.resolve("broken.onnx"), broken);

            assertThatThrownBy(() -> Tower.open(file, 2))
                    .isInstanceOf(BadInputException.class)
                    .hasMessageStartingWith(file + ": ONNX Runtime cannot open it (")
                    .message()
                    .doesNotContain("\n");
        }
    }

    @Test
    void aMissingFileIsRefused() {
        assertThatThrownBy(() -> Tower.open(folder.resolve("none.onnx"), 2))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("none.onnx: ONNX Runtime cannot open it (");
    }

    @Test
    void vectorsOfAnotherLengthAreRefused() throws IOException {
        Path file = towerFile();

        assertThatThrownBy(() -> Tower.open(file, 3))
                .isInstanceOf(BadInputException.class)
                .hasMessage("%s: gives [N, 2], expected [N, 3]: a vector for each row", file);
    }

    /** The vector of a history: the sum of (row, 1) over its events. */
    private Path historyTower() throws IOException {
        List<float[]> events =
                IntStream.range(0, COLOURS)
                        .mapToObj(row -> new float[] {row, row == 0 ? 0 : 1})
                        .toList();
        List<float[]> colours =
                IntStream.range(0, COLOURS).mapToObj(_ -> new float[] {0, 0}).toList();
        byte[] onnx =
                TableTower.onnx(
                        2,
                        List.of(
                                TableTower.Table.one("colour", colours),
                                TableTower.Table.several("history", events)));
        return Files.write(folder.resolve("history.onnx"), onnx);
    }

    private static EncodedTable colours(int rows) {
        return new EncodedTable(
                List.of(new EncodedField("colour", FieldKind.CATEGORY, COLOURS, 1, new int[rows])));
    }

    private Tower opened(int longest) throws IOException {
        HistoryInput input = new HistoryInput(Set.of(HistoryPart.ROWS), longest, 1);
        return Tower.open(historyTower(), 2, OptionalInt.empty(), Optional.of(input));
    }

    @Test
    void historiesOfAnyLengthAreRead() throws IOException {
        EncodedInteractions interactions =
                new EncodedInteractions(
                        new int[] {2, 2, 1, 2},
                        new int[] {5, 6, 7, 8},
                        new float[4],
                        new long[] {1, 2, 3, 4});
        try (Tower tower = opened(0)) {
            float[] vectors = tower.vectors(colours(3), EncodedHistories.ofUsers(interactions, 3));

            assertThat(vectors).containsExactly(0, 0, 7, 1, 19, 3);
        }
    }

    @Test
    void ofALongHistoryTheNewestEventsAreRead() throws IOException {
        EncodedHistories history =
                EncodedHistories.one(new int[] {5, 6, 8}, new float[3], new long[] {1, 2, 3}, 4);
        try (Tower tower = opened(2)) {
            assertThat(tower.vectors(colours(1), history)).containsExactly(14, 2);
        }
    }

    @Test
    void manyHistoriesGiveTheVectorsThatEachGivesAlone() throws IOException {
        int users = 3_000;
        int[] rows = IntStream.range(0, users * 20).map(event -> event % users).toArray();
        int[] items = IntStream.range(0, rows.length).map(event -> 1 + event % 99).toArray();
        int[] owners = IntStream.range(0, rows.length).map(at -> at % (1 + rows[at])).toArray();
        EncodedHistories histories =
                EncodedHistories.ofUsers(
                        new EncodedInteractions(
                                owners, items, new float[rows.length], new long[rows.length]),
                        users);
        try (Tower tower = opened(0)) {
            float[] vectors = tower.vectors(colours(users), histories);

            for (int user : new int[] {0, 1, 2, 77, users - 1}) {
                float[] alone = tower.vectors(colours(1), histories.select(new int[] {user}));
                assertThat(Arrays.copyOfRange(vectors, 2 * user, 2 * user + 2))
                        .containsExactly(alone);
            }
        }
    }

    @Test
    void fieldsThatTheModelDoesNotReadAreRefused() throws IOException {
        EncodedTable wrong =
                new EncodedTable(
                        List.of(new EncodedField("size", FieldKind.CATEGORY, 2, 1, new int[1])));
        try (Tower tower = Tower.open(towerFile(), 2)) {
            assertThatThrownBy(() -> tower.vectors(wrong))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("the tower cannot be run: ");
        }
    }

    @Test
    void closingTwiceIsHarmlessAndAClosedTowerRefuses() throws IOException {
        Tower tower = Tower.open(towerFile(), 2);
        tower.close();
        tower.close();

        assertThatThrownBy(() -> tower.vectors(rows(new int[1], new int[2])))
                .isInstanceOf(IllegalStateException.class);
    }
}
