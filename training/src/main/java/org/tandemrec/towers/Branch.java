package org.tandemrec.towers;

import java.util.List;
import org.tandemrec.features.EncodedField;
import org.tandemrec.layers.Codes;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.layers.Parameter;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * The part of a tower that reads one field. Joining the branches and sending them through a dense
 * layer is the same as adding up what each branch sends through its own part of that layer, so a
 * branch owns this part and adds to the tower's sum.
 */
sealed interface Branch permits IdBranch, CategoryBranch, TextBranch {
    EncodedField field();

    /** The codes of the batch, filled before each forward pass. */
    Codes codes();

    List<Parameter> parameters();

    /** Prepares what depends on the parameters alone; once after they have changed. */
    void compose(Workers workers);

    /** Adds what the field says to the sum, one row for each row of {@link #codes}. */
    void forward(Matrix sum, Workers workers);

    /** Adds to the parameters' gradients, after the forward pass on the same codes. */
    void backward(Matrix sumGradient, Workers workers);

    /** What the field adds to the sum, as an expression of the graph's input of that name. */
    OnnxValue onnx(OnnxGraph graph, Workers workers);
}
