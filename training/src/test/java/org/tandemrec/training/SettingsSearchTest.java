package org.tandemrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandemrec.training.SearchRange.Spread;

class SettingsSearchTest {
    private static final TrainingConfig START = Preset.FUSION.config(1, 1);

    /** Trials whose figure is the distance of the learning rate from 0.003. */
    private static List<Trial> trials(SettingsSearch search, int count) {
        List<Trial> trials = new ArrayList<>();
        while (trials.size() < count) {
            Map<String, String> settings = search.next(trials);
            double rate = Double.parseDouble(settings.get("learning-rate"));
            trials.add(new Trial(trials.size(), settings, Math.abs(rate - 0.003)));
        }
        return trials;
    }

    @Test
    void theFirstTrialIsTheSettingsThatAreThere() {
        Map<String, String> first = new SettingsSearch(START, 1).next(List.of());

        assertThat(first.keySet()).isEqualTo(START.searched().keySet());
        assertThat(START.settings()).containsAllEntriesOf(first);
    }

    @Test
    void everyTrialIsAConfigurationThatCanBe() {
        for (Trial trial : trials(new SettingsSearch(START, 1), 60)) {
            TrainingConfig config = START.with(trial.settings());

            assertThat(config.settings()).containsAllEntriesOf(trial.settings());
        }
    }

    @Test
    void trialsComeNearerToWhatIsBest() {
        SettingsSearch search = new SettingsSearch(START, 1);
        List<Trial> trials = trials(search, 60);

        assertThat(search.best(trials).orElseThrow().figure())
                .isLessThan(trials.getFirst().figure() / 10);
    }

    @Test
    void whatComesNextDependsOnTheTrialsAndTheSeedAlone() {
        List<Trial> trials = trials(new SettingsSearch(START, 1), 7);

        assertThat(new SettingsSearch(START, 1).next(trials))
                .isEqualTo(new SettingsSearch(START, 1).next(trials))
                .isNotEqualTo(new SettingsSearch(START, 2).next(trials));
    }

    /** Of the steps of {@code rating} and {@code taste} most trials use those that are there. */
    @ParameterizedTest
    @EnumSource(
            value = Preset.class,
            names = {"RATING", "TASTE"})
    void mostTrialsMoveWhatCountsAfterTheSteps(Preset preset) {
        TrainingConfig start = preset.config(1, 1);
        SettingsSearch search = new SettingsSearch(start, 1);
        List<Trial> trials = new ArrayList<>();
        int cheap = 0;
        while (trials.size() < 41) {
            Map<String, String> settings = search.next(trials);
            Map<String, String> moved = new HashMap<>(settings);
            search.best(trials)
                    .ifPresent(best -> moved.entrySet().removeAll(best.settings().entrySet()));
            cheap += start.afterSteps().containsAll(moved.keySet()) ? 1 : 0;
            trials.add(new Trial(trials.size(), settings, trials.size() * 31 % 17));
        }

        assertThat(cheap).isEqualTo(32);
    }

    @Test
    void aRangeThatCannotBeIsRefused() {
        assertThatThrownBy(() -> new SearchRange(0, 1, Spread.LOGARITHMIC))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SearchRange(2, 1, Spread.LINEAR))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
