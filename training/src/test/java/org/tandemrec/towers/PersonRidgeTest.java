package org.tandemrec.towers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.layers.Start;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class PersonRidgeTest {
    private static final int ITEMS = 40;
    private static final int WIDTH = 10;
    private static final double DOUBT = 5;

    private final Workers workers = Workers.of(2);
    private final SplittableRandom random = new SplittableRandom(1);
    private final Matrix items = items();
    private final int[] met = random.ints(60, 1, ITEMS).toArray();
    private final float[] left = new float[met.length];
    private final EncodedHistories people =
            EncodedHistories.ordered(
                    new int[] {0, 0, 3, 60}, met, new float[met.length], new long[met.length]);

    PersonRidgeTest() {
        for (int event = 0; event < left.length; event++) {
            left[event] = (float) random.nextDouble(-1, 1);
        }
    }

    /** Items that vary much more along some columns than along others. */
    private static Matrix items() {
        Matrix items = Start.normal(ITEMS, WIDTH, 1, 2);
        for (int row = 0; row < ITEMS; row++) {
            items.set(row, 0, 3 + 4 * items.at(row, 0));
        }
        return items;
    }

    @AfterEach
    void close() {
        workers.close();
    }

    private PersonRidge ridge() {
        EncodedHistories everybody =
                EncodedHistories.ordered(
                        ones(ITEMS), new int[ITEMS], new float[ITEMS], new long[ITEMS]);
        return new PersonRidge(items, everybody, DOUBT, workers);
    }

    private static int[] ones(int rows) {
        int[] starts = new int[rows + 1];
        for (int row = 0; row <= rows; row++) {
            starts[row] = row;
        }
        return starts;
    }

    /** What is missing to the equations of ridge regression is next to nothing. */
    @Test
    void aMoveSolvesTheEquationsOfItsPerson() {
        PersonRidge ridge = ridge();
        Matrix moves = ridge.moves(left, people, workers);
        Matrix places = ridge.items();
        double lambda = DOUBT * meanSquare(places);
        for (int row = 1; row < people.rows(); row++) {
            double[] missing = new double[WIDTH];
            double[] wanted = new double[WIDTH];
            for (int at = 0; at < WIDTH; at++) {
                missing[at] = lambda * moves.at(row, at);
            }
            for (int event = people.start(row); event < people.start(row + 1); event++) {
                double error = product(places, met[event], moves, row) - left[event];
                for (int at = 0; at < WIDTH; at++) {
                    missing[at] += error * places.at(met[event], at);
                    wanted[at] += left[event] * places.at(met[event], at);
                }
            }
            assertThat(length(missing)).isLessThan(1e-3 * length(wanted));
        }
    }

    private static double meanSquare(Matrix rows) {
        double sum = 0;
        for (int row = 0; row < rows.rows(); row++) {
            sum += product(rows, row, rows, row);
        }
        return sum / rows.rows() / rows.columns();
    }

    private static double product(Matrix lefts, int left, Matrix rights, int right) {
        double sum = 0;
        for (int at = 0; at < WIDTH; at++) {
            sum += (double) lefts.at(left, at) * rights.at(right, at);
        }
        return sum;
    }

    private static double length(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number * number;
        }
        return Math.sqrt(sum);
    }

    @Test
    void alongTheAxesItemsMeetAsBefore() {
        PersonRidge ridge = ridge();
        assertThat(product(ridge.items(), 3, ridge.items(), 7))
                .isCloseTo(product(items, 3, items, 7), within(1e-3));
    }

    @Test
    void whoDidNothingIsNotMoved() {
        assertThat(ridge().moves(left, people, workers).row(0)).containsOnly(0);
    }
}
