package org.tandemrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemrec.layers.Start;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class LikenessTest {
    private static final int ITEMS = 30;
    private static final int HIDDEN = 5;

    private final Workers workers = Workers.of(2);
    private final Matrix hidden = Start.normal(ITEMS, HIDDEN, 3, 1);
    private final int[] counts = IntStream.range(0, ITEMS).map(row -> row % 7).toArray();

    @AfterEach
    void close() {
        workers.close();
    }

    /** Also of items that nobody met, and of the row of unknown items. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 2})
    void placesHaveTheLikenessAsTheirInnerProducts(double sharpness) {
        Matrix places = new Likeness(hidden, sharpness, counts).places(ITEMS, workers);

        double mean = 0;
        for (int row = 0; row < ITEMS; row++) {
            mean += counts[row] * likeness(row, row, sharpness) / Arrays.stream(counts).sum();
        }
        for (int row = 0; row < ITEMS; row++) {
            for (int other = 0; other < ITEMS; other++) {
                assertThat(product(places, row, other))
                        .isCloseTo(likeness(row, other, sharpness) / mean, within(2e-3));
            }
        }
    }

    private double likeness(int row, int other, double sharpness) {
        double product = product(hidden, row, other);
        double lengths = product(hidden, row, row) * product(hidden, other, other);
        return product * (1 + sharpness * product / Math.sqrt(lengths));
    }

    private static double product(Matrix rows, int row, int other) {
        double sum = 0;
        for (int column = 0; column < rows.columns(); column++) {
            sum += (double) rows.at(row, column) * rows.at(other, column);
        }
        return sum;
    }

    /** No places on so few axes are nearer to the likeness of what was met, seen from its mean. */
    @Test
    void theFirstAxesSayTheMost() {
        Matrix all = new Likeness(hidden, 2, counts).places(ITEMS, workers);
        Matrix first = new Likeness(hidden, 2, counts).places(3, workers);

        assertThat(first.columns()).isEqualTo(3);
        double before = Double.MAX_VALUE;
        for (int axis = 0; axis < all.columns(); axis++) {
            double said = 0;
            for (int row = 0; row < ITEMS; row++) {
                said += counts[row] * all.at(row, axis) * all.at(row, axis);
            }
            assertThat(said).isLessThanOrEqualTo(before * 1.001 + 1e-3);
            before = said;
        }
        for (int row = 0; row < ITEMS; row++) {
            for (int axis = 0; axis < 3; axis++) {
                assertThat(Math.abs(first.at(row, axis)))
                        .isCloseTo(Math.abs(all.at(row, axis)), within(1e-3f));
            }
        }
    }

    @Test
    void itemsThatSayNothingAreLikeNothing() {
        Matrix places = new Likeness(Matrix.zeros(ITEMS, HIDDEN), 2, counts).places(4, workers);

        assertThat(places.values()).containsOnly(0);
    }
}
