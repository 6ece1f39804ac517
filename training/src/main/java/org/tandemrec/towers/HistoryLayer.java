package org.tandemrec.towers;

import java.util.ArrayList;
import java.util.List;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.FieldKind;
import org.tandemrec.layers.Bias;
import org.tandemrec.layers.Context;
import org.tandemrec.layers.EventLists;
import org.tandemrec.layers.HistoryBag;
import org.tandemrec.layers.Parameter;
import org.tandemrec.layers.Start;
import org.tandemrec.layers.Tanh;
import org.tandemrec.layers.ValueBasis;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * Histories and attributes as hidden numbers: {@code tanh(history + attributes + b)}. Reads no ids,
 * so that whoever is new is an ordinary case. Works on all rows at once, called from one thread.
 */
public final class HistoryLayer {
    private static final double TABLE_DEVIATION = 0.03;

    private final EventLists events;
    private final EventLists transposed;
    private final HistoryBag history;
    private final List<FieldSum> fields = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final Bias bias;
    private final Matrix hidden;

    /**
     * An untrained layer.
     *
     * @param table the attributes of its rows
     * @param events the histories of its rows
     * @param transposed the same meetings as lists of the others
     * @param basis of the values
     * @param width how many hidden numbers there are, a multiple of 16
     * @param seed of its first parameters
     */
    public HistoryLayer(
            EncodedTable table,
            EventLists events,
            EventLists transposed,
            ValueBasis basis,
            int width,
            long seed) {
        this.events = events;
        this.transposed = transposed;
        this.history =
                new HistoryBag(
                        Start.normal(
                                transposed.rows(), basis.size() * width, TABLE_DEVIATION, seed),
                        basis,
                        events.rows());
        for (EncodedField field : table.fields()) {
            if (field.kind() != FieldKind.ID) {
                fields.add(new FieldSum(field, width));
                names.add(field.name());
            }
        }
        this.bias = new Bias(width);
        this.hidden = Matrix.zeros(events.rows(), width);
    }

    /** Everything that training changes, in a fixed order. */
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(history.parameters());
        fields.forEach(field -> parameters.add(field.weights()));
        parameters.addAll(bias.parameters());
        return List.copyOf(parameters);
    }

    /** Prepares what depends on the parameters alone; once after they have changed. */
    public void compose(Workers workers) {
        history.compose(workers);
    }

    /**
     * The hidden numbers of all rows; they stand until the next call.
     *
     * @param scale of the sums over histories
     */
    public Matrix forward(Context context, double scale, Workers workers) {
        bias.forward(hidden, workers);
        fields.forEach(field -> field.forward(hidden, workers));
        history.forward(events, context, scale, hidden, workers);
        Tanh.forward(hidden, workers);
        return hidden;
    }

    /**
     * Adds to the parameters' gradients, after a forward pass with the same context.
     *
     * @param gradient of the loss by the hidden numbers, which is used up
     */
    public void backward(Context context, Matrix gradient, Workers workers) {
        Tanh.backward(hidden, gradient, workers);
        bias.backward(gradient, workers);
        fields.forEach(field -> field.backward(gradient, workers));
        history.backward(transposed, context, gradient, workers);
    }

    /** What the layer has learned, for answering; to be {@link #compose composed} before. */
    public TrainedLayer trained() {
        List<Matrix> tables = new ArrayList<>();
        fields.forEach(field -> tables.add(field.weights().values()));
        return new TrainedLayer(
                names, tables, history.composed(), bias.parameters().getFirst().values());
    }
}
