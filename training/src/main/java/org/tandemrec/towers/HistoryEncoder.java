package org.tandemrec.towers;

import java.util.List;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.layers.DenseParameter;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.layers.Parameter;
import org.tandemrec.parts.UserInputs;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * Reads what people did, in its order, and gives a vector for every moment between two events: what
 * is wanted next is what has a high inner product with it. The last component of every vector is 1,
 * so that of an item's vector is the item's bias. Works on one batch at a time, called from one
 * thread.
 */
public sealed interface HistoryEncoder permits SequenceEncoder, DecayEncoder {
    /** An encoder with the same values, gradients of its own and as much room. */
    HistoryEncoder sharing();

    /** Everything that training changes, in a fixed order; the items' vectors first. */
    List<Parameter> parameters();

    /** How many components a vector has. */
    int width();

    /** How many events of a sequence are read at most, the newest. */
    int longest();

    /** How many rows a batch has at most. */
    int capacity();

    /** The items' vectors. */
    DenseParameter items();

    /** The vectors of all rows of a batch; they stand until the next call. */
    Matrix forward(EventBatch batch, Chance chance, Workers workers);

    /** Where the gradient by the vectors of the last forward pass is to be written. */
    Matrix vectorGradient(int rows);

    /** Adds to the parameters' gradients; uses up the {@link #vectorGradient}. */
    void backward(EventBatch batch, Workers workers);

    /**
     * The encoder as nodes of a graph: the vector after the last event, {@code [N, width]}.
     *
     * @param people of whom the attributes are those the encoder was trained with
     */
    OnnxValue onnx(OnnxGraph graph, UserInputs inputs, EncodedTable people);
}
