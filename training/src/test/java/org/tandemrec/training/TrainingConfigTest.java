package org.tandemrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tandemrec.data.BadInputException;

class TrainingConfigTest {
    private static final TrainingConfig FUSION = Preset.FUSION.config(1, 1);

    @Test
    void itsSettingsMakeTheSameConfigurationAgain() {
        TrainingConfig config = FUSION.with(Map.of("seed", "77", "decay", "2.5"));
        assertThat(FUSION.with(config.settings())).isEqualTo(config);
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void thoseOfEveryPresetDoAndAllHaveAMeaning(Preset preset) {
        TrainingConfig config = preset.config(7, 2);
        assertThat(config.with(config.settings())).isEqualTo(config);
        Set<String> explained = new TreeSet<>(config.settings().keySet());
        explained.remove("seed");
        assertThat(config.meanings().keySet()).containsExactlyInAnyOrderElementsOf(explained);
        assertThat(config.settings().keySet()).containsAll(config.searched().keySet());
    }

    @Test
    void whatIsNotSaidStays() {
        TrainingConfig config = FUSION.with(Map.of("epochs", "3"));
        assertThat(config.settings()).containsEntry("epochs", "3");
        assertThat(config.with(Map.of("epochs", "6")))
                .isEqualTo(FUSION.with(Map.of("epochs", "6")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "batch-size | 0 | batch-size is 0, expected 1 to 16777216",
                "epochs | many | epochs is 'many', expected a whole number",
                "learning-rate | 2 | learning-rate is 2, expected 0.00000001 to 1",
                "id-dropout | -0.1 | id-dropout is -0.1, expected 0 to 0.9",
                "decay | x | decay is 'x', expected a number",
                "decay | 200 | decay is 200, expected 0 to 100",
                "id-width | 0 | id-width is 0, expected 1 to 4096",
                "threads | 0 | threads is 0, expected 1 to 1024",
            })
    void refusesWhatCannotBe(String key, String value, String message) {
        assertThatThrownBy(() -> FUSION.with(Map.of(key, value)))
                .isInstanceOf(BadInputException.class)
                .hasMessage(message);
    }

    @Test
    void refusesAMemoryThatIsNotMadeOfWholeVectors() {
        TrainingConfig taste = Preset.TASTE.config(1, 1);
        assertThatThrownBy(() -> taste.with(Map.of("memory-width", "40")))
                .isInstanceOf(BadInputException.class)
                .hasMessage("memory-width is 40, expected a multiple of 16");
    }

    @Test
    void refusesDecayThatWouldTurnParametersRound() {
        assertThatThrownBy(() -> FUSION.with(Map.of("learning-rate", "0.5", "decay", "3")))
                .isInstanceOf(BadInputException.class)
                .hasMessage(
                        "learning-rate times decay is 1.5, expected below 1; lower one of them");
    }

    @Test
    void refusesAnUnknownKeyAndNamesTheKnownOnes() {
        assertThatThrownBy(() -> FUSION.with(Map.of("epoch", "3")))
                .isInstanceOf(BadInputException.class)
                .hasMessageStartingWith("unknown setting 'epoch', expected one of id-width, ")
                .hasMessageContaining("epochs");
    }
}
