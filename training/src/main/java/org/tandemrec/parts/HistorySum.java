package org.tandemrec.parts;

import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/**
 * A linear model over a person's history: every event adds a row of its item, the more the fewer
 * events came after it. The sum is brought to one length for everybody, measured by how far the
 * scores of all items lie apart, so that parts of different models can be weighed against each
 * other.
 */
public final class HistorySum implements Part {
    private static final int ROWS_PER_TASK = 16;

    private final float[] weights;
    private final Matrix events;
    private final Matrix items;
    private final ScoreSpread spread;

    /**
     * A part.
     *
     * @param weights of an event by how many came after it; the last stands for all that follow
     * @param events a row for each item; that of the unknown one is zero
     * @param items a row for each item
     * @param spread that everybody's scores are brought to
     */
    public HistorySum(float[] weights, Matrix events, Matrix items, ScoreSpread spread) {
        this.weights = weights.clone();
        this.events = events;
        this.items = items;
        this.spread = spread;
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
        spread.level(sums, workers);
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

    @Override
    public OnnxValue onnx(OnnxGraph graph, UserInputs inputs) {
        OnnxValue rows = graph.node("Gather", graph.constant(events), inputs.history());
        OnnxValue weight = UserInputs.look(graph, weights, inputs.ages());
        OnnxValue asRow = graph.node("Unsqueeze", weight, graph.integers(0));
        OnnxValue sum = graph.node("Squeeze", graph.node("MatMul", asRow, rows), graph.integers(1));
        return spread.onnx(graph, sum);
    }
}
