package org.tandemrec.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CellSplitterTest {
    private static List<String> split(String record) {
        return new CellSplitter(',').split(record).orElseThrow();
    }

    @Test
    void splitsAtTheDelimiterAndKeepsEmptyCells() {
        assertThat(split("a,b c,,")).containsExactly("a", "b c", "", "");
        assertThat(split("")).containsExactly("");
    }

    @Test
    void keepsDelimitersAndLineEndsInsideQuotes() {
        assertThat(split("\"a,b\",\"c\nd\",\"\"")).containsExactly("a,b", "c\nd", "");
    }

    @Test
    void readsTwoQuotesInsideQuotesAsOne() {
        assertThat(split("\"say \"\"hi\"\"\",\"\"\"\"")).containsExactly("say \"hi\"", "\"");
    }

    @Test
    void takesAQuoteInsideAnUnquotedCellAsText() {
        assertThat(split("7\" single,x")).containsExactly("7\" single", "x");
    }

    @Test
    void keepsWhatStandsBetweenAClosingQuoteAndTheDelimiter() {
        assertThat(split("\"a\" b,c")).containsExactly("a b", "c");
    }

    @Test
    void findsNoEndOfAQuoteThatIsNeverClosed() {
        assertThat(new CellSplitter(',').split("a,\"b,c")).isEmpty();
        assertThat(new CellSplitter(',').split("a,\"b\"\"")).isEmpty();
    }

    @Test
    void takesTextAfterAClosingQuoteLinesLaterForAForgottenQuote() {
        assertThat(new CellSplitter(',').splitLines("a,\"b,c\nd,\"e\",f")).isEmpty();
        assertThat(new CellSplitter(',').splitLines("a,\"b,c\nd\",\"e\"").orElseThrow())
                .containsExactly("a", "b,c\nd", "e");
    }
}
