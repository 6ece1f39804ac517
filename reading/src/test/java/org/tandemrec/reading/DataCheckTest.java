package org.tandemrec.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemrec.data.Interactions;
import org.tandemrec.data.StringColumn;
import org.tandemrec.data.TimeColumn;

class DataCheckTest {
    @TempDir Path folder;
    private MovieFolder movies = MovieFolder.notYet();

    @BeforeEach
    void write() {
        movies =
                MovieFolder.in(folder)
                        .with(
                                "ratings.dat",
                                "1::10::5::1000000760",
                                "1::20::x::1000002109",
                                "2::10::1::1046454590",
                                "3::10::5::1000001777");
    }

    @Test
    void saysAsJsonWhatTheDataIs() {
        assertThat(DataCheck.of(movies.readAll()).json().toString())
                .isEqualTo(
                        """
                        {"recipe":"ml-1m","title":"MovieLens 1M",\
                        "licence":"research use only; no redistribution, no commercial use",\
                        "users":3,"items":3,"interactions":3,\
                        "from":"2001-09-09T01:59:20Z","to":"2003-02-28T17:49:50Z",\
                        "values":[{"value":"1","count":1},{"value":"5","count":2}],\
                        "rows":10,"rejectedRows":1,\
                        "rejected":[{"file":"ratings.dat","line":2,"column":"rating",\
                        "reason":"is 'x', expected a number"}],\
                        "notices":[{"notice":"items without interactions","count":2}]}""");
    }

    @Test
    void saysAsTextWhatTheDataIs() {
        assertThat(DataCheck.of(movies.readAll()).text())
                .isEqualTo(
                        """
                        recipe         ml-1m (MovieLens 1M)
                        licence        research use only; no redistribution, no commercial use
                        users          3
                        items          3
                        interactions   3
                        from           2001-09-09
                        to             2003-02-28
                        value 1                   1  ████████████████████
                        value 5                   2  ████████████████████████████████████████
                        notice         2 items without interactions
                        rejected       1 of 10 rows (10.00 %)
                          ratings.dat:2: rating is 'x', expected a number
                        """);
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        movies.with("ratings.dat", "1::10::5::");

        assertThat(DataCheck.of(movies.read()).json().has("from")).isFalse();
        assertThat(DataCheck.of(movies.read()).text()).doesNotContain("from");
    }

    @Test
    void countsTenthsOfTheRangeWhereThereAreManyValues() {
        float[] values = new float[101];
        IntStream.range(0, 101).forEach(row -> values[row] = row);
        int[] codes = new int[101];
        StringColumn one = StringColumn.of(List.of("a"), codes);
        TimeColumn never = new TimeColumn(new long[101]);

        ValueHistogram histogram = ValueHistogram.of(new Interactions(one, one, values, never));

        assertThat(histogram.bars()).hasSize(10);
        assertThat(histogram.bars().getFirst().label()).isEqualTo("0..10");
        assertThat(histogram.bars())
                .extracting(ValueHistogram.Bar::count)
                .startsWith(10L, 10L)
                .endsWith(11L);
    }
}
