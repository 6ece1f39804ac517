package org.tandemrec.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LearnedStepsTest {
    private static final Map<String, String> SMALL =
            Map.of(
                    "RATING.hidden-width", "16",
                    "RATING.second-hidden-width", "0",
                    "RATING.steps", "20",
                    "RATING.likeness-hidden", "16",
                    "TASTE.memory-width", "16",
                    "TASTE.memory-hidden", "16",
                    "TASTE.epochs", "2");

    private final LearnedSteps steps = new LearnedSteps(TwoTastes.data());
    private final AtomicInteger epochs = new AtomicInteger();
    private final TrainingListener counting =
            new TrainingListener() {
                @Override
                public void epochEnded(EpochReport epoch) {
                    epochs.incrementAndGet();
                }
            };

    private static TrainingConfig config(Preset preset, String... settings) {
        Map<String, String> all = new HashMap<>();
        SMALL.forEach(
                (key, value) -> {
                    if (key.startsWith(preset.name() + ".")) {
                        all.put(key.substring(preset.name().length() + 1), value);
                    }
                });
        for (int at = 0; at < settings.length; at += 2) {
            all.put(settings[at], settings[at + 1]);
        }
        return preset.config(1, 1).judged().with(all);
    }

    private Trainer trainer(TrainingConfig config) {
        return new Trainer(config, counting, () -> false, InstantSource.fixed(Instant.EPOCH));
    }

    /** In everything but the steps' settings, one after the other changed. */
    @ParameterizedTest
    @EnumSource(
            value = Preset.class,
            names = {"RATING", "TASTE"})
    void stepsThatWereTakenBeforeGiveTheSameTowers(Preset preset) {
        trainer(config(preset)).train(steps);
        TrainingConfig start = config(preset);
        for (Map.Entry<String, SearchRange> searched : start.searched().entrySet()) {
            String key = searched.getKey();
            if (!start.afterSteps().contains(key)) {
                continue;
            }
            TrainingConfig changed =
                    config(preset, key, searched.getValue().draw(new SplittableRandom(1)));
            epochs.set(0);
            TrainedTowers again = trainer(changed).train(steps);
            assertThat(epochs).as(key).hasValue(0);

            TrainedTowers afresh = trainer(changed).train(TwoTastes.data());

            assertThat(again.userTower()).as(key).isEqualTo(afresh.userTower());
            assertThat(again.itemTower()).as(key).isEqualTo(afresh.itemTower());
            assertThat(again.report()).as(key).isEqualTo(afresh.report());
        }
    }

    @Test
    void otherStepsAreTaken() {
        trainer(config(Preset.RATING)).train(steps);
        int before = epochs.get();

        trainer(config(Preset.RATING, "context", "0.8")).train(steps);

        assertThat(epochs).hasValue(2 * before);
    }

    @Test
    void twoAreKept() {
        trainer(config(Preset.RATING)).train(steps);
        trainer(config(Preset.RATING, "context", "0.8")).train(steps);
        trainer(config(Preset.RATING)).train(steps);
        trainer(config(Preset.RATING, "context", "0.7")).train(steps);
        epochs.set(0);

        trainer(config(Preset.RATING)).train(steps);
        assertThat(epochs).hasValue(0);

        trainer(config(Preset.RATING, "context", "0.8")).train(steps);
        assertThat(epochs.get()).isPositive();
    }
}
