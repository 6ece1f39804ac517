package org.tandemrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.TimeColumn;
import org.tandemrec.embeddings.Tower;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.features.HistoryInput;
import org.tandemrec.features.HistoryPart;
import org.tandemrec.vectors.Matrix;

/** In the world of {@link Ring}, where every item has one that follows. */
class NextTrainingTest {
    private static final Set<HistoryPart> EVERYTHING =
            EnumSet.complementOf(EnumSet.of(HistoryPart.AGES));

    @TempDir Path folder;

    private static TrainedTowers train(TrainingData data, String... settings) {
        Map<String, String> all = new HashMap<>();
        all.put("width", "32");
        all.put("heads", "2");
        all.put("longest", "8");
        all.put("epochs", "30");
        all.put("patience", "30");
        all.put("batch-rows", "64");
        all.put("learning-rate", "0.01");
        all.put("average", "0.9");
        all.put("validation-fraction", "0.2");
        all.put("rating-rank", "4");
        all.put("follower-rank", "8");
        for (int at = 0; at < settings.length; at += 2) {
            all.put(settings[at], settings[at + 1]);
        }
        return new Trainer(
                        Preset.NEXT.config(1, 2).with(all),
                        TrainingListener.silent(),
                        () -> false,
                        InstantSource.fixed(Instant.EPOCH))
                .train(data);
    }

    private Tower open(byte[] onnx, TrainedTowers towers, Set<HistoryPart> reads)
            throws IOException {
        Path file = Files.write(folder.resolve("tower.onnx"), onnx);
        Optional<HistoryInput> history =
                reads.isEmpty() ? Optional.empty() : Optional.of(new HistoryInput(reads, 0, 5));
        OptionalInt ratings = towers.pair().ratingDimension();
        return Tower.open(file, towers.userVectors().columns(), ratings, history);
    }

    private static EncodedHistories history(long gap, long moment, int... items) {
        float[] values = new float[items.length];
        long[] times = new long[items.length];
        Arrays.fill(values, 4);
        Arrays.setAll(times, event -> event * gap);
        return EncodedHistories.one(items, values, times, moment);
    }

    private static double score(float[] person, TrainedTowers towers, int item) {
        double score = 0;
        for (int at = 0; at < person.length; at++) {
            score += person[at] * towers.itemVectors().at(item, at);
        }
        return score;
    }

    /** The item that is wanted most of those not met. */
    private static int best(float[] person, TrainedTowers towers, int... met) {
        return IntStream.rangeClosed(1, Ring.ITEMS)
                .filter(item -> Arrays.stream(met).noneMatch(other -> other == item))
                .boxed()
                .max(Comparator.comparingDouble(item -> score(person, towers, item)))
                .orElseThrow();
    }

    private static void assertSame(float[] exported, Matrix trained) {
        for (int row = 0; row < trained.rows(); row++) {
            for (int column = 0; column < trained.columns(); column++) {
                assertThat(exported[row * trained.columns() + column])
                        .isCloseTo(trained.at(row, column), within(1e-4f));
            }
        }
    }

    @Test
    void whatFollowsInTheRingIsRankedFirst() throws IOException {
        TrainedTowers towers = train(Ring.data());
        assertThat(towers.report().validation().orElseThrow()).isGreaterThan(0.8);
        try (Tower users = open(towers.userTower(), towers, EVERYTHING)) {
            for (int first = 1; first <= Ring.ITEMS; first++) {
                int second = Ring.after(first);
                int third = Ring.after(second);
                EncodedHistories seen = history(Ring.DAY, 3 * Ring.DAY, first, second, third);
                assertThat(best(vector(users, seen), towers, first, second, third))
                        .isEqualTo(Ring.after(third));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"items", "times", "request-time"})
    void theExportedTowersGiveTheTrainersVectors(String knows) throws IOException {
        TrainingData data = Ring.data();
        TrainedTowers towers = train(data, "knows", knows, "epochs", "2");
        EncodedHistories histories =
                EncodedHistories.ofUsers(data.interactions(), data.users().rows());
        Set<HistoryPart> reads = EnumSet.of(HistoryPart.ROWS, HistoryPart.VALUES);
        if (!knows.equals("items")) {
            reads.add(HistoryPart.BEFORE);
        }
        if (knows.equals("request-time")) {
            reads.add(HistoryPart.AFTER);
            reads.add(HistoryPart.MOMENTS);
        }
        try (Tower users = open(towers.userTower(), towers, reads)) {
            assertThat(users.inputs())
                    .contains("id", "half", "tags")
                    .containsAll(reads.stream().map(HistoryPart::tensor).toList())
                    .hasSize(3 + reads.size());
            assertSame(users.vectors(data.users(), histories), towers.userVectors());
        }
        try (Tower items = open(towers.itemTower(), towers, Set.of())) {
            assertSame(items.vectors(data.items()), towers.itemVectors());
        }
    }

    @Test
    void aSearchJudgesItByEverybodysLastEvent() {
        Map<String, String> settings = Preset.NEXT.config(1, 2).judged().settings();
        assertThat(settings).containsEntry("validation-fraction", "1");
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 1", "2, 2", "3, 2", "3, 50"})
    void soTheyDoHoweverFarTheLastBlockLooks(String blocks, String reach) throws IOException {
        TrainingData data = Ring.data();
        TrainedTowers towers = train(data, "blocks", blocks, "last-reach", reach, "epochs", "2");
        EncodedHistories histories =
                EncodedHistories.ofUsers(data.interactions(), data.users().rows());
        try (Tower users = open(towers.userTower(), towers, EVERYTHING)) {
            assertSame(users.vectors(data.users(), histories), towers.userVectors());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void givesTheSameBytesOnAnyNumberOfThreads(int threads) {
        TrainedTowers onTwo = train(Ring.data(), "epochs", "2");
        TrainedTowers onOthers =
                train(Ring.data(), "epochs", "2", "threads", Integer.toString(threads));
        assertThat(onOthers.userTower()).isEqualTo(onTwo.userTower());
        assertThat(onOthers.itemTower()).isEqualTo(onTwo.itemTower());
        assertThat(onOthers.report()).isEqualTo(onTwo.report());
    }

    @Test
    void aStrangerIsPlacedByAttributes() throws IOException {
        TrainedTowers towers = train(Ring.data());
        try (Tower users = open(towers.userTower(), towers, EVERYTHING)) {
            for (int user = 1; user <= 2; user++) {
                float[] vector =
                        users.vectors(
                                Ring.users().select(new int[] {user}), EncodedHistories.none(1));
                boolean secondHalf = best(vector, towers) > Ring.ITEMS / 2;
                assertThat(secondHalf).isEqualTo(Ring.half(user) == 2);
            }
        }
    }

    @Test
    void theTimeOfTheRequestChangesTheVectorAndMayBeMissing() throws IOException {
        TrainedTowers towers = train(Ring.data());
        try (Tower users = open(towers.userTower(), towers, EVERYTHING)) {
            float[] soon = vector(users, history(Ring.DAY, 2 * Ring.DAY, 4, 5));
            float[] late = vector(users, history(Ring.DAY, 900 * Ring.DAY, 4, 5));
            float[] unknown = vector(users, history(Ring.DAY, TimeColumn.MISSING, 4, 5));
            assertThat(soon).isNotEqualTo(late).isNotEqualTo(unknown);
            assertThat(best(unknown, towers, 4, 5)).isEqualTo(6);
        }
    }

    private static float[] vector(Tower users, EncodedHistories history) {
        return users.vectors(Ring.users().select(new int[] {0}), history);
    }

    @Test
    void ofTheEncoderOnlyTheNewestEventsAreRead() throws IOException {
        TrainedTowers towers =
                train(
                        Ring.data(),
                        "knows",
                        "items",
                        "longest",
                        "3",
                        "epochs",
                        "1",
                        "follower-share",
                        "0");
        assertThat(towers.userVectors().columns()).isEqualTo(32);
        Set<HistoryPart> reads = Set.of(HistoryPart.ROWS, HistoryPart.VALUES);
        try (Tower users = open(towers.userTower(), towers, reads)) {
            assertThat(vector(users, history(1, 9, 7, 8, 1, 2, 3)))
                    .isEqualTo(vector(users, history(1, 9, 20, 21, 1, 2, 3)))
                    .isNotEqualTo(vector(users, history(1, 9, 7, 8, 1, 9, 3)));
        }
    }

    @Test
    void trainsWithoutValuesAndTimesAndThenPredictsNone() throws IOException {
        TrainingData data = Ring.withoutValuesAndTimes();
        TrainedTowers towers = train(data);
        assertThat(towers.pair().ratings()).isEmpty();
        assertThat(towers.pair().ratingDimension()).isEmpty();
        Set<HistoryPart> reads =
                EnumSet.of(
                        HistoryPart.ROWS,
                        HistoryPart.BEFORE,
                        HistoryPart.AFTER,
                        HistoryPart.MOMENTS);
        try (Tower users = open(towers.userTower(), towers, reads)) {
            assertSame(
                    users.vectors(
                            data.users(),
                            EncodedHistories.ofUsers(data.interactions(), data.users().rows())),
                    towers.userVectors());
            assertThat(best(vector(users, history(0, 0, 3, 4)), towers, 3, 4)).isEqualTo(5);
        }
    }

    @Test
    void anItemThatNobodyHasMetComesLast() throws IOException {
        TrainingData data = Ring.data();
        EncodedInteractions all = data.interactions();
        int[] kept = IntStream.range(0, all.size()).filter(row -> all.items()[row] != 9).toArray();
        TrainedTowers towers = train(data.with(all.select(kept)), "knows", "items");
        try (Tower users =
                open(towers.userTower(), towers, Set.of(HistoryPart.ROWS, HistoryPart.VALUES))) {
            float[] vector = vector(users, history(1, 9, 7, 8));
            for (int item = 1; item <= Ring.ITEMS; item++) {
                assertThat(score(vector, towers, 9))
                        .isLessThanOrEqualTo(score(vector, towers, item));
            }
        }
    }

    @Test
    void someOfTheItemsAreEnoughToTellTheNextFrom() throws IOException {
        TrainedTowers towers = train(Ring.data(), "negatives", "10");
        try (Tower users = open(towers.userTower(), towers, EVERYTHING)) {
            float[] vector = vector(users, history(Ring.DAY, 3 * Ring.DAY, 11, 12, 13));
            assertThat(best(vector, towers, 11, 12, 13)).isEqualTo(14);
        }
    }

    /** Values tell which of five kinds an item is, and items follow each other by chance. */
    @Test
    void theValueOfTheEventToPredictDoesNotHelp() {
        SplittableRandom random = new SplittableRandom(2);
        int[] shuffled = IntStream.rangeClosed(1, Ring.ITEMS).toArray();
        int events = 6;
        int[] owners = new int[Ring.USERS * events];
        int[] items = new int[owners.length];
        float[] values = new float[owners.length];
        for (int event = 0; event < owners.length; event++) {
            if (event % events == 0) {
                Shuffle.shuffle(shuffled, random);
            }
            owners[event] = 1 + event / events;
            items[event] = shuffled[event % events];
            values[event] = 1 + items[event] % 5;
        }
        EncodedInteractions planted =
                new EncodedInteractions(owners, items, values, new long[owners.length]);
        TrainedTowers towers = train(Ring.data().with(planted), "validation-fraction", "1");
        double byChance = 0.18;
        double knowingTheKind = 0.59;
        assertThat(towers.report().validation().orElseThrow())
                .isCloseTo(byChance, within((knowingTheKind - byChance) / 3));
    }

    @Test
    void oneEventIsEnoughToTrainOn() {
        TrainingData data = Ring.data();
        TrainedTowers towers =
                train(data.with(data.interactions().select(new int[] {0})), "epochs", "2");
        assertThat(towers.report().trainingInteractions()).isOne();
        assertThat(towers.report().validationInteractions()).isZero();
        assertThat(towers.userVectors().at(1, 0)).isFinite();
    }

    @Test
    void refusesToKnowWhatThereIsNot() {
        assertThatThrownBy(() -> Preset.NEXT.config(1, 1).with(Map.of("knows", "time")))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "knows is 'time', expected one of items, times, request-time; did you mean"
                                + " 'times'?");
    }

    @Test
    void refusesAWidthThatHeadsDoNotShareEvenly() {
        assertThatThrownBy(() -> Preset.NEXT.config(1, 1).with(Map.of("width", "72")))
                .isInstanceOf(BadInputException.class)
                .hasMessage("width is 72 with 4 heads, expected a multiple of 64");
    }
}
