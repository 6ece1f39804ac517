package org.tandemrec.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.ValueScale;

/** The real data sets, where the variable TANDEM_DATA names a folder with their zips. */
class MovieLensTest {
    private static Dataset read(String zip) {
        String data = Optional.ofNullable(System.getenv("TANDEM_DATA")).orElse("");
        assumeTrue(!data.isEmpty(), "TANDEM_DATA names no folder with MovieLens data");
        Path path = Path.of(data, zip);
        assumeTrue(Files.exists(path), "TANDEM_DATA has no " + zip);
        return MovieFolder.read(path, ReadingOptions.standard());
    }

    @Test
    void readsMovieLens1M() {
        Dataset dataset = read("ml-1m.zip");

        assertThat(dataset.recipe().name()).isEqualTo("ml-1m");
        assertThat(dataset.users().size()).isEqualTo(6040);
        assertThat(dataset.items().size()).isEqualTo(3883);
        assertThat(dataset.interactions().size()).isEqualTo(1_000_209);
        assertThat(dataset.report().rejected()).isEmpty();
        assertThat(dataset.report().notices())
                .containsExactly(entry("items without interactions", 177L));
        double sum =
                IntStream.range(0, dataset.interactions().size())
                        .mapToDouble(row -> dataset.interactions().value(row))
                        .sum();
        assertThat(sum / dataset.interactions().size()).isBetween(3.58, 3.59);
    }

    @Test
    void readsMovieLens100K() {
        Dataset dataset = read("ml-100k.zip");

        assertThat(dataset.recipe().name()).isEqualTo("ml-100k");
        assertThat(dataset.users().size()).isEqualTo(943);
        assertThat(dataset.items().size()).isEqualTo(1682);
        assertThat(dataset.interactions().size()).isEqualTo(100_000);
        assertThat(dataset.report().rejected()).isEmpty();
    }

    @Test
    void readsMovieLensLatest() {
        Dataset dataset = read("ml-latest-small.zip");

        assertThat(dataset.recipe().name()).isEqualTo("ml-latest");
        assertThat(dataset.users().size()).isEqualTo(610);
        assertThat(dataset.interactions().size()).isEqualTo(100_836);
        assertThat(dataset.scale()).isEqualTo(new ValueScale(0.5, 5, 0.5));
        assertThat(dataset.report().rejected()).isEmpty();
    }
}
