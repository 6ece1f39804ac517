package org.tandemrec.milvus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LiteralsTest {
    @Test
    void quotesATextSoThatItEndsWhereItEnds() {
        assertThat(Literals.text("plain")).isEqualTo("\"plain\"");
        assertThat(Literals.text("\"] or id != \"")).isEqualTo("\"\\\"] or id != \\\"\"");
        assertThat(Literals.text("\\\"")).isEqualTo("\"\\\\\\\"\"");
    }

    @Test
    void writesControlCharactersAsOctalDigits() {
        assertThat(Literals.text("a\nb\t\u0001\u007f")).isEqualTo("\"a\\012b\\011\\001\\177\"");
    }

    @Test
    void leavesOtherLettersAsTheyAre() {
        assertThat(Literals.text("é日本🎬'")).isEqualTo("\"é日本🎬'\"");
    }

    @Test
    void listsTextsInAFixedOrder() {
        assertThat(Literals.texts(Set.of("b", "a", "c"))).isEqualTo("[\"a\", \"b\", \"c\"]");
    }

    @Test
    void writesNumbersToTheLastBit() {
        assertThat(Double.parseDouble(Literals.number(0.1 + 0.2))).isEqualTo(0.1 + 0.2);
    }
}
