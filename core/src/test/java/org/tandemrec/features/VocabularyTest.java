package org.tandemrec.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    @Test
    void countsComeBySizeAndThenTextsByLetters() {
        Vocabulary vocabulary =
                Vocabulary.ofDistinct(
                        List.of("b", "10", "9", "a", "100", "9", "007", "0", "é", ""));

        assertThat(vocabulary.values())
                .containsExactly("9", "10", "100", "", "0", "007", "a", "b", "é");
    }

    @Test
    void theOrderOfTheValuesGivenDoesNotMatter() {
        assertThat(Vocabulary.ofDistinct(List.of("x", "2", "11")).values())
                .isEqualTo(Vocabulary.ofDistinct(List.of("11", "x", "2", "2")).values());
    }

    @Test
    void rowsStartAtOneAndWhateverIsNotInItIsRowZero() {
        Vocabulary vocabulary = new Vocabulary(List.of("red", "green"));

        assertThat(vocabulary.rows()).isEqualTo(3);
        assertThat(vocabulary.rowOf("red")).isEqualTo(1);
        assertThat(vocabulary.rowOf("green")).isEqualTo(2);
        assertThat(vocabulary.rowOf("Red")).isEqualTo(Vocabulary.UNKNOWN).isZero();
        assertThat(vocabulary.valueAt(2)).isEqualTo("green");
        assertThat(vocabulary.contains("blue")).isFalse();
    }

    @Test
    void aValueThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> new Vocabulary(List.of("red", "red")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value 'red' stands there twice");
    }
}
