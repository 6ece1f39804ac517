package org.tandemrec.evaluation.scorers;

import java.util.Arrays;
import java.util.List;
import org.tandemrec.vectors.Matrix;

/**
 * Baseline: {@code score(j) = sum over the history's i of sim(i, j)}, where i is among the {@value
 * #NEIGHBOURS} items most like j and {@code sim(i, j) = both(i, j) / (sqrt(met(i) met(j)) +
 * SHRINKAGE)}: the cosine of who met them, drawn towards 0 where few did (Sarwar et al., Item-based
 * Collaborative Filtering, 2001, section 3.1.1; the shrinkage as in Ferrari Dacrema et al., Are We
 * Really Making Much Progress?, 2019). Equally similar items are taken by id.
 */
final class ItemKnn implements Scorer {
    private static final int NEIGHBOURS = 100;
    private static final double SHRINKAGE = 50;
    private static final int ROWS_PER_TASK = 64;

    private final ItemToItem relations;

    private ItemKnn(ItemToItem relations) {
        this.relations = relations;
    }

    static ItemKnn of(TrainPart train, Fitting fitting) {
        fitting.progress().at("learning itemKnn", 0, 1);
        Matrix both = train.met().gram(fitting.workers());
        double[] met = new double[both.rows()];
        Arrays.setAll(met, item -> both.at(item, item));
        fitting.workers()
                .forRanges(
                        met.length,
                        ROWS_PER_TASK,
                        (from, to) -> {
                            for (int row = from; row < to; row++) {
                                toSimilarities(both, row, met);
                                keepNearest(both, row);
                            }
                        });
        transpose(both);
        fitting.progress().at("learning itemKnn", 1, 1);
        return new ItemKnn(new ItemToItem(train, both, _ -> 1, fitting.workers()));
    }

    private static void toSimilarities(Matrix both, int row, double[] met) {
        for (int other = 0; other < met.length; other++) {
            double scale = Math.sqrt(met[row] * met[other]) + SHRINKAGE;
            both.set(row, other, other == row ? 0 : (float) (both.at(row, other) / scale));
        }
    }

    private static void keepNearest(Matrix similarities, int row) {
        float[] sorted = similarities.row(row);
        if (sorted.length <= NEIGHBOURS) {
            return;
        }
        Arrays.sort(sorted);
        float last = sorted[sorted.length - NEIGHBOURS];
        int equal = NEIGHBOURS;
        for (float similarity : sorted) {
            equal -= similarity > last ? 1 : 0;
        }
        for (int other = 0; other < sorted.length; other++) {
            float similarity = similarities.at(row, other);
            if (similarity < last || (similarity == last && equal-- <= 0)) {
                similarities.set(row, other, 0);
            }
        }
    }

    /** From the neighbours of each scored item to what each item of a history gives. */
    private static void transpose(Matrix square) {
        for (int row = 0; row < square.rows(); row++) {
            for (int column = 0; column < row; column++) {
                float below = square.at(row, column);
                square.set(row, column, square.at(column, row));
                square.set(column, row, below);
            }
        }
    }

    @Override
    public String name() {
        return "itemKnn";
    }

    @Override
    public void scores(List<Person> people, float[][] into) {
        relations.scores(people, into);
    }
}
