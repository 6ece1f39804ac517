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
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.TimeColumn;
import org.tandemrec.data.ValueScale;
import org.tandemrec.embeddings.Tower;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.HistoryInput;
import org.tandemrec.features.HistoryPart;
import org.tandemrec.vectors.Matrix;

/** In the world of {@link TwoTastes}, where who likes what can be told from what they rated. */
class RatingTrainingTest {
    private static final HistoryInput ITEM_READS =
            new HistoryInput(Set.of(HistoryPart.ROWS, HistoryPart.VALUES), 0, 5);
    private static final HistoryInput READS =
            new HistoryInput(Set.of(HistoryPart.ROWS, HistoryPart.VALUES, HistoryPart.AGES), 0, 5);

    @TempDir Path folder;

    private static TrainedTowers train(TrainingData data, String... settings) {
        Map<String, String> all = new HashMap<>();
        all.put("hidden-width", "32");
        all.put("vector-width", "8");
        all.put("second-hidden-width", "16");
        all.put("second-vector-width", "4");
        all.put("steps", "60");
        all.put("dropout", "0.2");
        all.put("likeness-hidden", "16");
        all.put("residual-rank", "8");
        for (int at = 0; at < settings.length; at += 2) {
            all.put(settings[at], settings[at + 1]);
        }
        return new Trainer(
                        Preset.RATING.config(1, 1).with(all),
                        TrainingListener.silent(),
                        () -> false,
                        InstantSource.fixed(Instant.EPOCH))
                .train(data);
    }

    private void assertExported(
            byte[] onnx,
            HistoryInput reads,
            EncodedTable rows,
            EncodedHistories histories,
            Matrix trained)
            throws IOException {
        Path file = Files.write(folder.resolve("tower.onnx"), onnx);
        try (Tower tower =
                Tower.open(file, trained.columns(), OptionalInt.empty(), Optional.of(reads))) {
            float[] exported = tower.vectors(rows, histories);
            for (int row = 0; row < trained.rows(); row++) {
                for (int column = 0; column < trained.columns(); column++) {
                    assertThat(exported[row * trained.columns() + column])
                            .isCloseTo(trained.at(row, column), within(1e-4f));
                }
            }
        }
    }

    @Test
    void theExportedTowersGiveTheTrainersVectors() throws IOException {
        TrainingData data = TwoTastes.data();
        assertExported(train(data), data);
    }

    @Test
    void whatWasKeptToJudgeByIsReadAfterwards() throws IOException {
        TrainingData data = TwoTastes.data();
        assertExported(train(data, "validation-fraction", "0.1"), data);
    }

    private void assertExported(TrainedTowers towers, TrainingData data) throws IOException {
        assertExported(
                towers.userTower(),
                READS,
                data.users(),
                EncodedHistories.ofUsers(data.interactions(), data.users().rows()),
                towers.userVectors());
        assertExported(
                towers.itemTower(),
                ITEM_READS,
                data.items(),
                EncodedHistories.ofItems(data.interactions(), data.items().rows()),
                towers.itemVectors());
    }

    @Test
    void predictsValuesThatItHasNotSeen() {
        TrainingReport report = train(TwoTastes.data(), "validation-fraction", "0.1").report();

        assertThat(report.validation().orElseThrow()).isLessThan(0.8);
    }

    /** Values that follow nothing: whoever read the value that is asked for would predict it. */
    @Test
    void noValueIsReadByWhatPredictsIt() {
        TrainingData data = TwoTastes.data();
        EncodedInteractions events = data.interactions();
        SplittableRandom random = new SplittableRandom(4);
        float[] noise = new float[events.size()];
        for (int at = 0; at < noise.length; at++) {
            noise[at] = random.nextBoolean() ? 5 : 1;
        }
        TrainingData planted =
                data.with(
                        new EncodedInteractions(
                                events.users(), events.items(), noise, events.times()));

        TrainingReport report =
                train(planted, "validation-fraction", "0.1", "context", "0.9").report();

        assertThat(report.validation().orElseThrow()).isGreaterThan(1.9);
        assertThat(report.epochs().getLast().training()).isGreaterThan(1.5);
    }

    /** Sittings in which everything is liked more, or less: of a value only its moment tells. */
    @Test
    void aMoodIsToldFromValuesCloseInTime() {
        TrainingData data = TwoTastes.data();
        EncodedInteractions events = data.interactions();
        SplittableRandom random = new SplittableRandom(5);
        float[] values = new float[events.size()];
        long[] times = new long[events.size()];
        for (int at = 0; at < values.length; at++) {
            int sitting = random.nextInt(3);
            boolean gloomy = (events.users()[at] + sitting) % 2 == 0;
            values[at] = gloomy ? 2 : 4;
            times[at] = 1_000_000_000L + sitting * 86_400L + random.nextInt(100);
        }
        TrainingData moody =
                data.with(new EncodedInteractions(events.users(), events.items(), values, times));
        String[] judged = {"validation-fraction", "0.1"};
        String[] blind = {
            "validation-fraction", "0.1", "session-share", "0", "mood-share", "0", "page-share", "0"
        };

        double seen = train(moody, judged).report().validation().orElseThrow();
        assertThat(seen).isLessThan(0.8 * train(moody, blind).report().validation().orElseThrow());
    }

    @Test
    void dataWithoutTimesNeedsNone() throws IOException {
        TrainingData data = TwoTastes.data();
        EncodedInteractions events = data.interactions();
        long[] never = new long[events.size()];
        Arrays.fill(never, TimeColumn.MISSING);
        TrainingData timeless =
                data.with(
                        new EncodedInteractions(
                                events.users(), events.items(), events.values(), never));

        TrainedTowers towers = train(timeless);

        assertExported(
                towers.userTower(),
                ITEM_READS,
                timeless.users(),
                EncodedHistories.ofUsers(timeless.interactions(), timeless.users().rows()),
                towers.userVectors());
    }

    @Test
    void aStrangerWithAFewValuesGetsAVectorOfTheirOwn() throws IOException {
        TrainingData data = TwoTastes.data();
        TrainedTowers towers = train(data);
        EncodedHistories likesOdd =
                EncodedHistories.one(
                        new int[] {1, 3, 2, 4}, new float[] {5, 5, 1, 1}, new long[4], 0);
        Path file = Files.write(folder.resolve("user.onnx"), towers.userTower());

        try (Tower users =
                Tower.open(
                        file,
                        towers.userVectors().columns(),
                        OptionalInt.empty(),
                        Optional.of(READS))) {
            float[] vector = users.vectors(data.users().select(new int[] {0}), likesOdd);
            assertThat(score(vector, towers, 5)).isGreaterThan(score(vector, towers, 6));
        }
    }

    private static double score(float[] person, TrainedTowers towers, int item) {
        double score = 0;
        for (int at = 0; at < person.length; at++) {
            score += person[at] * towers.itemVectors().at(item, at);
        }
        return score;
    }

    @ParameterizedTest
    @ValueSource(strings = {"2", "3"})
    void givesTheSameBytesOnAnyNumberOfThreads(String threads) {
        TrainedTowers one = train(TwoTastes.data());
        TrainedTowers more = train(TwoTastes.data(), "threads", threads);

        assertThat(more.userTower()).isEqualTo(one.userTower());
        assertThat(more.itemTower()).isEqualTo(one.itemTower());
    }

    @Test
    void dataOfOneValueIsRefused() {
        TrainingData data = TwoTastes.data();
        TrainingData implicit =
                new TrainingData(
                        data.users(), data.items(), data.interactions(), new ValueScale(1, 1, 1));

        assertThatThrownBy(() -> train(implicit))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "preset rating predicts values, but every interaction of this data has the value 1; take preset taste or next");
    }
}
