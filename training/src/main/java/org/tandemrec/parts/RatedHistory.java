package org.tandemrec.parts;

import java.util.List;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;

/**
 * Predicted values from what a person valued: how far they and the item lie above the mean (Koren,
 * Bell and Volinsky 2009, eq. 3), and a linear model over what is left of the values they gave. Its
 * dimensions are {@code [left over..., the person's bias, 1]} and {@code [left over..., 1, the
 * item's bias]}; the mean is the offset of the scale.
 */
public final class RatedHistory {
    private final float mean;
    private final float doubt;
    private final float[] biases;
    private final Matrix events;
    private final Matrix items;

    /**
     * A model.
     *
     * @param mean of all values
     * @param doubt how many events at the mean stand against a person's own
     * @param biases of the items, by row
     * @param events what an event adds for each that its value is above what was expected
     * @param items a row for each item
     */
    public RatedHistory(float mean, float doubt, float[] biases, Matrix events, Matrix items) {
        this.mean = mean;
        this.doubt = doubt;
        this.biases = biases.clone();
        this.events = events;
        this.items = items;
    }

    /** The value that a score of 0 stands for; a score of 1 is one more. */
    public float mean() {
        return mean;
    }

    /** How many dimensions. */
    public int width() {
        return items.columns() + 2;
    }

    /** The items' dimensions, row by row. */
    public Matrix items() {
        Matrix all = Matrix.zeros(items.rows(), width());
        for (int row = 0; row < items.rows(); row++) {
            System.arraycopy(
                    items.values(),
                    items.offset(row),
                    all.values(),
                    all.offset(row),
                    items.columns());
            all.set(row, items.columns(), 1);
            all.set(row, items.columns() + 1, biases[row]);
        }
        return all;
    }

    /** The users' dimensions, row by row. */
    public Matrix users(EncodedHistories histories) {
        Matrix all = Matrix.zeros(histories.rows(), width());
        for (int row = 0; row < histories.rows(); row++) {
            float bias = bias(histories, row);
            for (int event = histories.start(row);
                    event < histories.start(row) + histories.size(row);
                    event++) {
                Rows.addScaled(
                        all.values(),
                        all.offset(row),
                        above(histories, event) - bias,
                        events.values(),
                        events.offset(histories.others()[event]),
                        events.stride());
            }
            all.set(row, items.columns(), bias);
            all.set(row, items.columns() + 1, 1);
        }
        return all;
    }

    private float above(EncodedHistories histories, int event) {
        return histories.values()[event] - mean - biases[histories.others()[event]];
    }

    private float bias(EncodedHistories histories, int row) {
        double sum = 0;
        for (int event = histories.start(row);
                event < histories.start(row) + histories.size(row);
                event++) {
            sum += above(histories, event);
        }
        return (float) (sum / (histories.size(row) + doubt));
    }

    /** The users' dimensions in a graph: float [N, width]. */
    public OnnxValue onnx(OnnxGraph graph, UserInputs inputs) {
        OnnxValue met = graph.floats(inputs.met());
        OnnxValue expected =
                graph.node(
                        "Add",
                        graph.node(
                                "Gather", graph.constant(biases, biases.length), inputs.history()),
                        graph.number(mean));
        OnnxValue above = graph.node("Mul", met, graph.node("Sub", inputs.values(), expected));
        OnnxValue count = graph.node("Add", graph.sumInPlace(met, 1), graph.number(doubt));
        OnnxValue bias = graph.node("Div", graph.sumInPlace(above, 1), count);
        OnnxValue left = graph.node("Mul", met, graph.node("Sub", above, bias));
        OnnxValue rows = graph.node("Gather", graph.constant(events), inputs.history());
        OnnxValue sum =
                graph.node(
                        "Squeeze",
                        graph.node(
                                "MatMul", graph.node("Unsqueeze", left, graph.integers(1)), rows),
                        graph.integers(1));
        OnnxValue one = graph.node("Add", graph.node("Sub", bias, bias), graph.number(1));
        return graph.joined(List.of(sum, bias, one));
    }
}
