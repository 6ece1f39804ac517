package org.tandemrec.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void wordsAreRunsOfLettersAndDigitsInLowerCase() {
        assertThat(Words.of("Toy Story 2: Schindler's List (1999)"))
                .containsExactly("toy", "story", "2", "schindler", "s", "list", "1999");
    }

    @Test
    void anAccentDoesNotEndAWordHoweverItIsWritten() {
        assertThat(Words.of("Am\u00e9lie")).containsExactly("am\u00e9lie");
        assertThat(Words.of("Ame\u0301lie")).containsExactly("ame\u0301lie");
    }

    @Test
    void aTextWithoutLettersHasNoWords() {
        assertThat(Words.of(" - 🎬 ")).isEmpty();
    }
}
