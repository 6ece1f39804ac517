package org.tandemrec.towers;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.layers.Bias;
import org.tandemrec.layers.Context;
import org.tandemrec.layers.Dense;
import org.tandemrec.layers.DenseParameter;
import org.tandemrec.layers.Dropout;
import org.tandemrec.layers.EventLists;
import org.tandemrec.layers.Parameter;
import org.tandemrec.layers.Start;
import org.tandemrec.layers.ValueBasis;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * Turns histories and attributes into vectors: {@code W dropout(h) + c} of the hidden numbers h of
 * a {@link HistoryLayer}. Reads no ids, so that whoever is new is an ordinary case. Works on all
 * rows at once, called from one thread. Of a vector's columns one is always 1, which is where the
 * bias of the other tower's rows meets it.
 */
public final class HistoryTower {
    private static final double OUTPUT_DEVIATION = 0.3;

    private final HistoryLayer layer;
    private final Dropout dropout;
    private final Dense output;
    private final Bias outputBias;
    private final int constant;
    private final DenseParameter rowBias;
    private final Matrix hidden;
    private final Matrix hiddenGradient;
    private final Matrix vectors;
    private final Matrix gradient;

    /**
     * An untrained tower.
     *
     * @param table the attributes of its rows
     * @param events the histories of its rows
     * @param transposed the same meetings as lists of the others
     * @param basis of the values
     * @param hiddenWidth between history and vector, a multiple of 16
     * @param vectorWidth of the vector, bias and constant among it
     * @param constant the column that is always 1
     * @param rate of dropout
     * @param seed of its first parameters
     */
    public HistoryTower(
            EncodedTable table,
            EventLists events,
            EventLists transposed,
            ValueBasis basis,
            int hiddenWidth,
            int vectorWidth,
            int constant,
            double rate,
            long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        int rows = events.rows();
        this.layer =
                new HistoryLayer(table, events, transposed, basis, hiddenWidth, seeds.nextLong());
        this.dropout = new Dropout(rate, hiddenWidth, rows);
        Matrix weights =
                Start.normal(
                        hiddenWidth,
                        vectorWidth,
                        OUTPUT_DEVIATION / Math.sqrt(hiddenWidth),
                        seeds.nextLong());
        for (int row = 0; row < hiddenWidth; row++) {
            weights.set(row, constant, 0);
        }
        this.output = new Dense(weights);
        this.outputBias = new Bias(vectorWidth);
        this.outputBias.parameters().getFirst().values().set(0, constant, 1);
        this.constant = constant;
        this.rowBias = new DenseParameter(Matrix.zeros(rows, 1));
        this.hidden = Matrix.zeros(rows, hiddenWidth);
        this.hiddenGradient = Matrix.zeros(rows, hiddenWidth);
        this.vectors = Matrix.zeros(rows, vectorWidth);
        this.gradient = Matrix.zeros(rows, vectorWidth);
    }

    /** Everything that training changes, in a fixed order. */
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(layer.parameters());
        parameters.addAll(output.parameters());
        parameters.addAll(outputBias.parameters());
        parameters.add(rowBias);
        return List.copyOf(parameters);
    }

    /** Prepares what depends on the parameters alone; once after they have changed. */
    public void compose(Workers workers) {
        layer.compose(workers);
    }

    /** The vectors of all rows for training; they stand until the next call. */
    public Matrix forward(Context context, long seed, Workers workers) {
        compose(workers);
        read(context, 1, workers);
        dropout.forward(hidden, seed, workers);
        return write(workers);
    }

    /**
     * The vectors of all rows for answering; they stand until the next call.
     *
     * @param scale of the sums over histories
     */
    public Matrix vectors(Context context, double scale, Workers workers) {
        read(context, scale, workers);
        return write(workers);
    }

    private void read(Context context, double scale, Workers workers) {
        hidden.copyFrom(layer.forward(context, scale, workers));
    }

    private Matrix write(Workers workers) {
        outputBias.forward(vectors, workers);
        output.forward(hidden, vectors, workers);
        for (int row = 0; row < vectors.rows(); row++) {
            int at = vectors.offset(row) + biasColumn();
            vectors.values()[at] += rowBias.values().at(row, 0);
        }
        return vectors;
    }

    /** The last two columns are the bias and the constant, in one order or the other. */
    private int biasColumn() {
        int last = vectors.columns() - 1;
        return constant == last ? last - 1 : last;
    }

    /** What the tower has learned, for answering. */
    public TrainedHistory trained() {
        return new TrainedHistory(
                layer.trained(),
                output.weights().values(),
                outputBias.parameters().getFirst().values(),
                rowBias.values(),
                biasColumn());
    }

    /** Where the loss writes its gradient by the vectors of the last forward pass. */
    public Matrix vectorGradient() {
        return gradient;
    }

    /** Adds to the parameters' gradients; uses up the {@link #vectorGradient}. */
    public void backward(Context context, Workers workers) {
        for (int row = 0; row < gradient.rows(); row++) {
            gradient.set(row, constant, 0);
            rowBias.gradient().set(row, 0, gradient.at(row, biasColumn()));
        }
        outputBias.backward(gradient, workers);
        hiddenGradient.clear();
        output.backward(hidden, gradient, hiddenGradient, workers);
        dropout.backward(hiddenGradient, workers);
        layer.backward(context, hiddenGradient, workers);
    }
}
