package org.tandemrec.training;

import java.util.List;
import java.util.stream.IntStream;
import org.tandemrec.model.CatalogueItem;
import org.tandemrec.parts.HistorySum;
import org.tandemrec.parts.ScoreSpread;
import org.tandemrec.regression.LowRank;
import org.tandemrec.regression.Ridge;
import org.tandemrec.regression.SparseMatrix;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.MatrixProduct;
import org.tandemrec.vectors.Workers;

/**
 * Where items lie by their content, which counts less the more people have met them: a kernel ridge
 * regression from the content of the items that people met to their place along the directions in
 * which people differ most, and to how far out they lie.
 */
final class ContentRidge {
    private static final double SOFTENING = 0.07;
    private static final double REACH = 0.25;
    private static final int MOST_KNOWN = 6_000;
    private static final int ITEMS_AT_ONCE = 2_048;

    private final TasteConfig config;
    private final ContentKernel kernel;
    private final int[] counts;
    private final Workers workers;

    ContentRidge(TasteConfig config, List<CatalogueItem> catalogue, int[] counts, Workers workers) {
        this.config = config;
        this.kernel = new ContentKernel(catalogue);
        this.counts = counts;
        this.workers = workers;
    }

    /** Fits the part. */
    HistorySum fit(ItemColumns columns, SparseMatrix met) {
        Matrix directions = LowRank.of(met, config.contentRank(), config.seed(), workers).right();
        Matrix predicted = predicted(columns, directions);
        Matrix items = predicted.copy();
        for (int row = 0; row < items.rows(); row++) {
            float weight =
                    (float) (config.contentFading() / (config.contentFading() + counts[row]));
            for (int column = 0; column < items.columns(); column++) {
                items.set(row, column, items.at(row, column) * weight);
            }
        }
        return new HistorySum(
                new float[] {1},
                columns.spread(directions),
                items,
                ScoreSpread.of(
                        predicted, (float) config.contentShare(), columns.present(), workers));
    }

    private Matrix predicted(ItemColumns columns, Matrix directions) {
        ItemColumns known = ItemColumns.of(counts, MOST_KNOWN);
        int[] knownRows = IntStream.range(0, known.count()).map(known::rowOf).toArray();
        int[] places = IntStream.of(knownRows).map(columns::columnOf).toArray();
        double[] reach = new double[places.length];
        Matrix targets = targets(directions, places, reach);
        ContentKernel.Compared compared = kernel.comparedWith(knownRows);
        Matrix weights =
                Ridge.weightsInPlace(
                        compared.likeness(knownRows, workers),
                        targets,
                        (float) config.contentLambda(),
                        workers);
        return placed(found(compared, weights), directions.columns());
    }

    /** What the weights say of every item, in parts that need little memory. */
    private Matrix found(ContentKernel.Compared compared, Matrix weights) {
        int items = counts.length - 1;
        Matrix found = Matrix.zeros(items, weights.columns());
        for (int from = 0; from < items; from += ITEMS_AT_ONCE) {
            int to = Math.min(items, from + ITEMS_AT_ONCE);
            Matrix part = Matrix.zeros(to - from, weights.columns());
            int[] rows = IntStream.rangeClosed(from + 1, to).toArray();
            MatrixProduct.add(compared.likeness(rows, workers), weights, part, workers);
            System.arraycopy(
                    part.values(),
                    part.offset(0),
                    found.values(),
                    found.offset(from),
                    part.rows() * part.stride());
        }
        return found;
    }

    /** The directions of each known item, the far ones drawn in a little, and how far it lies. */
    private static Matrix targets(Matrix directions, int[] places, double[] reach) {
        double mean = 0;
        for (int at = 0; at < places.length; at++) {
            reach[at] = Math.log(length(directions, places[at]) + 1e-4);
            mean += reach[at] / places.length;
        }
        Matrix targets = Matrix.zeros(places.length, directions.columns() + 1);
        for (int at = 0; at < places.length; at++) {
            float scale = (float) Math.exp(-SOFTENING * reach[at]);
            for (int column = 0; column < directions.columns(); column++) {
                targets.set(at, column, scale * directions.at(places[at], column));
            }
            targets.set(at, directions.columns(), (float) (reach[at] - mean));
        }
        return targets;
    }

    private static double length(Matrix rows, int row) {
        double squares = 0;
        for (int column = 0; column < rows.columns(); column++) {
            squares += rows.at(row, column) * rows.at(row, column);
        }
        return Math.sqrt(squares);
    }

    /** What was found, moved out as far as was found, from row 1 on. */
    private static Matrix placed(Matrix found, int columns) {
        Matrix placed = Matrix.zeros(found.rows() + 1, columns);
        for (int row = 0; row < found.rows(); row++) {
            float scale = (float) Math.exp(REACH * found.at(row, columns));
            for (int column = 0; column < columns; column++) {
                placed.set(row + 1, column, scale * found.at(row, column));
            }
        }
        return placed;
    }
}
