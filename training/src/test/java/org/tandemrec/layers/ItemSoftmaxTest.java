package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;

class ItemSoftmaxTest {
    private static final int WIDTH = 16;

    private final SplittableRandom random = new SplittableRandom(1);

    @Test
    void agreesWithPyTorch() {
        Reference reference = Reference.of("item-softmax");
        DenseParameter items = new DenseParameter(reference.matrix("items"));
        int[][] met = reference.rowsOfIntegers("met");
        Targets targets = targets(reference.integers("targets"), met);
        Candidates candidates = Candidates.of(new int[] {0, 1, 2, 3, 4, 5, 6, 7}, 7, WIDTH);
        candidates.draw(items.values(), random);
        Matrix rowsGradient = Samples.random(4, WIDTH, 1);
        double loss =
                new ItemSoftmax(candidates, WIDTH)
                        .backward(
                                reference.matrix("rows"),
                                targets,
                                (float) reference.number("weight"),
                                candidates,
                                items,
                                rowsGradient);
        assertThat(loss).isCloseTo(reference.number("loss"), within(1e-5));
        reference.assertEquals("rows_gradient", rowsGradient);
        reference.assertEquals("items_gradient", items.gradient());
    }

    private static Targets targets(int[] next, int[][] met) {
        int[] joined = Arrays.stream(met).flatMapToInt(Arrays::stream).toArray();
        Targets targets = new Targets(joined, next.length);
        int from = 0;
        for (int row = 0; row < next.length; row++) {
            if (next[row] < 0) {
                targets.addNone();
            } else {
                targets.add(next[row], from, from + met[row].length);
            }
            from += met[row].length;
        }
        return targets;
    }

    private static Targets eachItsOwn(int rows) {
        Targets targets = new Targets(new int[0], rows);
        for (int row = 0; row < rows; row++) {
            targets.add(row, 0, 0);
        }
        return targets;
    }

    @Test
    void itsGradientsAreTheLossesSlopesBeyondOneBlockOfRows() {
        DenseParameter items = new DenseParameter(Start.normal(90, WIDTH, 0.3, 1));
        Matrix rows = Start.normal(70, WIDTH, 0.3, 2);
        int[] counts = new int[90];
        Arrays.fill(counts, 1);
        Candidates candidates = Candidates.of(counts, 90, WIDTH);
        Matrix rowsGradient = Matrix.zeros(70, WIDTH);
        loss(rows, candidates, items, rowsGradient);
        Matrix itemsGradient = items.gradient().copy();
        Matrix ignored = Matrix.zeros(70, WIDTH);
        GradientCheck.check(rows, rowsGradient, () -> loss(rows, candidates, items, ignored));
        GradientCheck.check(
                items.values(), itemsGradient, () -> loss(rows, candidates, items, ignored));
    }

    private double loss(
            Matrix rows, Candidates candidates, DenseParameter items, Matrix rowsGradient) {
        candidates.draw(items.values(), random);
        return new ItemSoftmax(candidates, WIDTH)
                .backward(rows, eachItsOwn(rows.rows()), 1, candidates, items, rowsGradient);
    }

    @Test
    void drawnCandidatesGiveTheSumOverAllOnAverage() {
        DenseParameter items = new DenseParameter(Start.normal(2_000, WIDTH, 0.2, 1));
        Matrix rows = Start.normal(1, WIDTH, 0.2, 2);
        int[] counts = new SplittableRandom(3).ints(2_000, 1, 50).toArray();
        Matrix ignored = Matrix.zeros(1, WIDTH);
        double all = loss(rows, Candidates.of(counts, 2_000, WIDTH), items, ignored);
        Candidates some = Candidates.of(counts, 200, WIDTH);
        double mean = 0;
        for (int draw = 0; draw < 300; draw++) {
            mean += StrictMath.exp(loss(rows, some, items, ignored) - all) / 300;
            assertThat(some.size()).isBetween(100, 400);
        }
        assertThat(mean).isCloseTo(1, within(0.02));
    }

    @Test
    void itemsThatNeverOccurAreNoCandidates() {
        Candidates candidates = Candidates.of(new int[] {0, 3, 0, 1}, 10, WIDTH);
        candidates.draw(Matrix.zeros(4, WIDTH), random);
        assertThat(candidates.size()).isEqualTo(2);
    }
}
