package org.tandemrec.layers;

import java.util.List;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/** A trained row that is added to every row. */
public final class Bias {
    private static final int ROWS_PER_TASK = 512;

    private final DenseParameter bias;

    /** A bias of zeros. */
    public Bias(int columns) {
        this(Matrix.zeros(1, columns));
    }

    /** A bias that starts at this row. */
    public Bias(Matrix row) {
        this.bias = new DenseParameter(row);
    }

    Matrix values() {
        return bias.values();
    }

    public List<Parameter> parameters() {
        return List.of(bias);
    }

    /** Sets every row of {@code out} to the bias. */
    public void forward(Matrix out, Workers workers) {
        workers.forRanges(out.rows(), ROWS_PER_TASK, (from, to) -> forward(out, from, to));
    }

    private void forward(Matrix out, int from, int to) {
        for (int row = from; row < to; row++) {
            System.arraycopy(
                    bias.values().values(), 0, out.values(), out.offset(row), out.stride());
        }
    }

    /** Adds to the bias's gradient; each task does some of the columns, for all rows in order. */
    public void backward(Matrix outGradient, Workers workers) {
        int blocks = outGradient.stride() / Matrix.LANES;
        workers.forRanges(
                blocks,
                Math.ceilDiv(blocks, workers.threads()),
                (from, to) ->
                        backward(outGradient, from * Matrix.LANES, (to - from) * Matrix.LANES));
    }

    private void backward(Matrix outGradient, int column, int columns) {
        for (int row = 0; row < outGradient.rows(); row++) {
            Rows.addScaled(
                    bias.gradient().values(),
                    column,
                    1,
                    outGradient.values(),
                    outGradient.offset(row) + column,
                    columns);
        }
    }

    /** The rows with the bias added. */
    public OnnxValue onnx(OnnxGraph graph, OnnxValue in) {
        return graph.node("Add", in, graph.constant(bias.values()));
    }
}
