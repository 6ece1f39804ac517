package org.tandemrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemrec.data.ValueScale;
import org.tandemrec.embeddings.Tower;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.features.HistoryInput;
import org.tandemrec.features.HistoryPart;
import org.tandemrec.model.CatalogueItem;
import org.tandemrec.vectors.Matrix;

/** In the world of {@link TwoTastes}, where odd people meet odd items and even people even ones. */
class TasteTrainingTest {
    private static final int NEW_ITEM = TwoTastes.ITEMS;
    private static final HistoryInput READS =
            new HistoryInput(
                    Set.of(HistoryPart.ROWS, HistoryPart.VALUES, HistoryPart.BEFORE), 0, 5);

    @TempDir Path folder;

    /** Everybody meets items of their own kind; nobody meets the last item. */
    private static TrainingData data() {
        TrainingData world = TwoTastes.data();
        EncodedInteractions all = world.interactions();
        int[] liked =
                IntStream.range(0, all.size())
                        .filter(row -> all.values()[row] > 3 && all.items()[row] != NEW_ITEM)
                        .toArray();
        return new TrainingData(
                world.users(), world.items(), all.select(liked), world.scale(), catalogue());
    }

    private static List<CatalogueItem> catalogue() {
        return IntStream.rangeClosed(1, TwoTastes.ITEMS)
                .mapToObj(
                        item ->
                                new CatalogueItem(
                                        "i" + item,
                                        "film " + item,
                                        Map.of("kind", List.of("kind" + TwoTastes.kind(item))),
                                        Map.of("year", 1900.0 + item),
                                        0))
                .toList();
    }

    private static TrainedTowers train(TrainingData data, String... settings) {
        Map<String, String> all = new HashMap<>();
        all.put("ease-lambda", "5");
        all.put("next-lambda", "5");
        all.put("ease-rank", "20");
        all.put("next-rank", "20");
        all.put("attribute-lambda", "5");
        all.put("attribute-rank", "4");
        all.put("content-lambda", "1");
        all.put("content-rank", "4");
        all.put("memory-width", "16");
        all.put("memory-hidden", "16");
        all.put("memory-longest", "16");
        all.put("batch-rows", "256");
        all.put("epochs", "20");
        all.put("rating-rank", "4");
        for (int at = 0; at < settings.length; at += 2) {
            all.put(settings[at], settings[at + 1]);
        }
        return new Trainer(
                        Preset.TASTE.config(1, 1).with(all),
                        TrainingListener.silent(),
                        () -> false,
                        InstantSource.fixed(Instant.EPOCH))
                .train(data);
    }

    private Tower open(byte[] onnx, TrainedTowers towers, Optional<HistoryInput> reads)
            throws IOException {
        Path file = Files.write(folder.resolve("tower.onnx"), onnx);
        return Tower.open(
                file,
                towers.userVectors().columns(),
                OptionalInt.of(towers.pair().ratingDimension().orElseThrow()),
                reads);
    }

    private static double score(float[] person, TrainedTowers towers, int item) {
        double score = 0;
        for (int at = 0; at < person.length; at++) {
            score += person[at] * towers.itemVectors().at(item, at);
        }
        return score;
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
    void theExportedTowersGiveTheTrainersVectors() throws IOException {
        TrainingData data = data();
        TrainedTowers towers = train(data);
        EncodedHistories histories =
                EncodedHistories.ofUsers(data.interactions(), data.users().rows());

        try (Tower users = open(towers.userTower(), towers, Optional.of(READS))) {
            assertSame(users.vectors(data.users(), histories), towers.userVectors());
        }
        try (Tower items = open(towers.itemTower(), towers, Optional.empty())) {
            assertSame(items.vectors(data.items()), towers.itemVectors());
        }
    }

    @Test
    void aStrangerIsPlacedByAttributes() throws IOException {
        TrainedTowers towers = train(data());
        TrainingData data = data();

        try (Tower users = open(towers.userTower(), towers, Optional.of(READS))) {
            float[] odd =
                    users.vectors(data.users().select(new int[] {1}), EncodedHistories.none(1));
            assertThat(score(odd, towers, 3)).isGreaterThan(score(odd, towers, 4));
        }
    }

    @Test
    void whatAStrangerLikesCountsMoreThanTheirAttributes() throws IOException {
        TrainedTowers towers = train(data(), "attribute-fading", "1");
        TrainingData data = data();
        EncodedHistories likesEven =
                EncodedHistories.one(new int[] {2, 6, 8, 10, 12}, new float[5], new long[5], 0);

        try (Tower users = open(towers.userTower(), towers, Optional.of(READS))) {
            float[] vector = users.vectors(data.users().select(new int[] {1}), likesEven);
            assertThat(score(vector, towers, 4)).isGreaterThan(score(vector, towers, 3));
        }
    }

    @Test
    void oneLikedItemCountsTheLessTheMoreItIsDoubted() throws IOException {
        EncodedHistories likesEven =
                EncodedHistories.one(new int[] {2}, new float[] {5}, new long[1], 0);
        double[] leads = new double[2];
        String[] doubts = {"0", "1000"};

        for (int at = 0; at < doubts.length; at++) {
            TrainedTowers towers =
                    train(
                            data(),
                            "attribute-fading",
                            "1",
                            "memory-doubt",
                            "0",
                            "history-doubt",
                            doubts[at]);
            try (Tower users = open(towers.userTower(), towers, Optional.of(READS))) {
                float[] odd = users.vectors(data().users().select(new int[] {1}), likesEven);
                leads[at] = score(odd, towers, 4) - score(odd, towers, 3);
            }
        }

        assertThat(leads[0]).isPositive();
        assertThat(leads[1]).isNegative();
    }

    @Test
    void theMemorySaysNothingOfAStranger() throws IOException {
        TrainedTowers towers = train(data());
        TrainingData data = data();
        int width = towers.pair().dimension();

        try (Tower users = open(towers.userTower(), towers, Optional.of(READS))) {
            float[] stranger =
                    users.vectors(data.users().select(new int[] {1}), EncodedHistories.none(1));
            float[] known =
                    users.vectors(
                            data.users().select(new int[] {1}),
                            EncodedHistories.one(new int[] {2}, new float[1], new long[1], 0));
            assertThat(product(stranger, stranger, width - 16)).isZero();
            assertThat(product(known, known, width - 16)).isPositive();
        }
    }

    @Test
    void theMemorySaysTheLessTheFewerEventsThereAre() throws IOException {
        EncodedHistories one = EncodedHistories.one(new int[] {2}, new float[1], new long[1], 0);
        TrainedTowers trusted = train(data(), "memory-doubt", "0");
        TrainedTowers doubted = train(data(), "memory-doubt", "1");

        assertThat(memoryOf(doubted, one)).isCloseTo(memoryOf(trusted, one) / 4, within(1e-3));
    }

    /** How much the memory says of the first user, by the square of its length. */
    private double memoryOf(TrainedTowers towers, EncodedHistories history) throws IOException {
        try (Tower users = open(towers.userTower(), towers, Optional.of(READS))) {
            float[] vector = users.vectors(data().users().select(new int[] {1}), history);
            return product(vector, vector, towers.pair().dimension() - 16);
        }
    }

    @Test
    void withoutAMemoryNoGapsAreRead() throws IOException {
        TrainingData data = data();
        TrainedTowers towers = train(data, "memory-share", "0");
        HistoryInput fewer = new HistoryInput(Set.of(HistoryPart.ROWS, HistoryPart.VALUES), 0, 5);
        EncodedHistories histories =
                EncodedHistories.ofUsers(data.interactions(), data.users().rows());

        try (Tower users = open(towers.userTower(), towers, Optional.of(fewer))) {
            assertSame(users.vectors(data.users(), histories), towers.userVectors());
        }
        assertThat(towers.pair().dimension()).isEqualTo(train(data).pair().dimension() - 16);
    }

    @Test
    void anItemThatNobodyHasMetIsPlacedByItsContent() {
        TrainedTowers towers = train(data());
        int even = 2;
        int odd = 1;

        assertThat(score(towers.userVectors().row(even), towers, NEW_ITEM))
                .isGreaterThan(score(towers.userVectors().row(odd), towers, NEW_ITEM));
    }

    @Test
    void valuesArePredictedForWhomeverHasValuedSomething() throws IOException {
        TrainingData data = data();
        TrainedTowers towers = train(data);
        EncodedHistories strict =
                EncodedHistories.one(new int[] {1, 3}, new float[] {1, 1}, new long[2], 0);
        EncodedHistories kind =
                EncodedHistories.one(new int[] {1, 3}, new float[] {5, 5}, new long[2], 0);

        try (Tower users = open(towers.userTower(), towers, Optional.of(READS));
                Tower items = open(towers.itemTower(), towers, Optional.empty())) {
            float[] item =
                    items.ratings(data.items().select(new int[] {5}), EncodedHistories.none(1));
            float[] low = users.ratings(data.users().select(new int[] {0}), strict);
            float[] high = users.ratings(data.users().select(new int[] {0}), kind);
            assertThat(product(low, item)).isLessThan(product(high, item) - 0.5);
        }
    }

    private static double product(float[] left, float[] right) {
        return product(left, right, 0);
    }

    private static double product(float[] left, float[] right, int from) {
        return IntStream.range(from, left.length).mapToDouble(at -> left[at] * right[at]).sum();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3"})
    void givesTheSameBytesOnAnyNumberOfThreads(String threads) {
        TrainedTowers one = train(data());
        TrainedTowers more = train(data(), "threads", threads);

        assertThat(more.userTower()).isEqualTo(one.userTower());
        assertThat(more.itemTower()).isEqualTo(one.itemTower());
    }

    @Test
    void judgesOnEverybodysLastEventWhenAskedAndReadsItAfterwards() throws IOException {
        TrainingData data = data();
        TrainedTowers towers = train(data, "validation", "true");

        assertThat(towers.report().validationInteractions()).isEqualTo(TwoTastes.USERS);
        assertThat(towers.report().validation().orElseThrow()).isGreaterThan(0.2);
        EncodedHistories histories =
                EncodedHistories.ofUsers(data.interactions(), data.users().rows());
        try (Tower users = open(towers.userTower(), towers, Optional.of(READS))) {
            assertSame(users.vectors(data.users(), histories), towers.userVectors());
        }
    }

    /**
     * Everybody's last event is an item that has nothing to do with them. Were it read by what
     * predicts it, it would be found.
     */
    @Test
    void theEventThatIsPredictedIsNotAmongWhatIsRead() {
        TrainingData data = data();
        EncodedInteractions events = data.interactions();
        SplittableRandom random = new SplittableRandom(9);
        int[] users = Arrays.copyOf(events.users(), events.size() + TwoTastes.USERS);
        int[] items = Arrays.copyOf(events.items(), users.length);
        float[] values = Arrays.copyOf(events.values(), users.length);
        long[] times = new long[users.length];
        for (int user = 1; user <= TwoTastes.USERS; user++) {
            int at = events.size() + user - 1;
            users[at] = user;
            items[at] = 1 + random.nextInt(TwoTastes.ITEMS);
            values[at] = 5;
            times[at] = 1;
        }
        TrainingData planted = data.with(new EncodedInteractions(users, items, values, times));

        double figure = train(planted, "validation", "true").report().validation().orElseThrow();

        assertThat(figure).isLessThan(0.25);
    }

    @Test
    void dataOfOneValueIsRankedWithoutPredictedValues() {
        TrainingData data = data();
        TrainingData implicit =
                new TrainingData(
                        data.users(),
                        data.items(),
                        data.interactions(),
                        new ValueScale(1, 1, 1),
                        List.of());

        TrainedTowers towers = train(implicit);

        assertThat(towers.pair().ratings()).isEmpty();
        assertThat(towers.pair().ratingDimension()).isEmpty();
    }
}
