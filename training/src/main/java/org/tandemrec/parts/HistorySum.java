package org.tandemrec.parts;

import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.MatrixProduct;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/**
 * A linear model over a person's history: every event adds a row of its item, the more the fewer
 * events came after it. The sum is brought to one length for everybody, measured by how far the
 * scores of all items lie apart, so that parts of different models can be weighed against each
 * other: {@code u / sqrt(u' C u)} with C the covariance of the items' dimensions.
 */
public final class HistorySum implements Part {
    private static final int ROWS_PER_TASK = 16;
    private static final float NOTHING = 1e-12f;

    private final float[] weights;
    private final Matrix events;
    private final Matrix items;
    private final Matrix covariance;

    /**
     * A part.
     *
     * @param weights of an event by how many came after it; the last stands for all that follow
     * @param events a row for each item; that of the unknown one is zero
     * @param items a row for each item
     * @param covariance of the items' dimensions, which measures everybody's sum
     */
    public HistorySum(float[] weights, Matrix events, Matrix items, Matrix covariance) {
        this.weights = weights.clone();
        this.events = events;
        this.items = items;
        this.covariance = covariance;
    }

    /**
     * The covariance by which the scores of those items get a standard deviation.
     *
     * @param items a row for each item
     * @param share the standard deviation
     * @param counts which items it is taken over
     */
    public static Matrix covariance(Matrix items, float share, boolean[] counts, Workers workers) {
        Matrix centred = Matrix.zeros(items.rows(), items.columns());
        float[] mean = new float[items.stride()];
        int count = 0;
        for (int row = 0; row < items.rows(); row++) {
            if (counts[row]) {
                Rows.addScaled(mean, 0, 1, items.values(), items.offset(row), items.stride());
                count++;
            }
        }
        for (int row = 0; row < items.rows(); row++) {
            if (counts[row]) {
                int offset = centred.offset(row);
                Rows.addScaled(centred.values(), offset, 1, items.values(), offset, items.stride());
                Rows.addScaled(centred.values(), offset, -1f / count, mean, 0, items.stride());
            }
        }
        Matrix covariance = Matrix.zeros(items.columns(), items.columns());
        MatrixProduct.addTransposed(centred, centred, covariance, workers);
        for (int row = 0; row < covariance.rows(); row++) {
            for (int column = 0; column < covariance.columns(); column++) {
                covariance.set(
                        row,
                        column,
                        covariance.at(row, column) / (Math.max(1, count) * share * share));
            }
        }
        return covariance;
    }

    @Override
    public int width() {
        return items.columns();
    }

    @Override
    public Matrix items() {
        return items;
    }

    @Override
    public Matrix users(EncodedTable users, EncodedHistories histories, Workers workers) {
        Matrix sums = Matrix.zeros(histories.rows(), width());
        workers.forRanges(
                histories.rows(),
                ROWS_PER_TASK,
                (from, to) -> {
                    for (int row = from; row < to; row++) {
                        add(histories, row, sums);
                    }
                });
        Matrix spread = Matrix.zeros(sums.rows(), width());
        MatrixProduct.add(sums, covariance, spread, workers);
        for (int row = 0; row < sums.rows(); row++) {
            scale(sums, row, spread);
        }
        return sums;
    }

    private void add(EncodedHistories histories, int row, Matrix sums) {
        int end = histories.start(row) + histories.size(row);
        for (int event = histories.start(row); event < end; event++) {
            Rows.addScaled(
                    sums.values(),
                    sums.offset(row),
                    weights[Math.min(end - 1 - event, weights.length - 1)],
                    events.values(),
                    events.offset(histories.others()[event]),
                    events.stride());
        }
    }

    private static void scale(Matrix sums, int row, Matrix spread) {
        int offset = sums.offset(row);
        float variance = Rows.dot(sums.values(), offset, spread.values(), offset, sums.stride());
        float length = (float) Math.sqrt(Math.max(variance, 0) + NOTHING);
        for (int at = offset; at < offset + sums.stride(); at++) {
            sums.values()[at] /= length;
        }
    }

    @Override
    public OnnxValue onnx(OnnxGraph graph, UserInputs inputs) {
        OnnxValue rows = graph.node("Gather", graph.constant(events), inputs.history());
        OnnxValue weight = UserInputs.look(graph, weights, inputs.ages());
        OnnxValue asRow = graph.node("Unsqueeze", weight, graph.integers(0));
        OnnxValue sum = graph.node("Squeeze", graph.node("MatMul", asRow, rows), graph.integers(1));
        OnnxValue spread = graph.node("MatMul", sum, graph.constant(covariance));
        OnnxValue variance = graph.sumInPlace(graph.node("Mul", sum, spread), 1);
        OnnxValue length =
                graph.node(
                        "Sqrt",
                        graph.node(
                                "Add",
                                graph.node("Max", variance, graph.number(0)),
                                graph.number(NOTHING)));
        return graph.node("Div", sum, length);
    }
}
