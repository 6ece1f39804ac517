package org.tandemrec.towers;

import java.util.Map;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.Vocabularies;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.layers.ValueBasis;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.MatrixProduct;
import org.tandemrec.vectors.Workers;

/**
 * The vectors that a trained {@link HistoryTower} gives anybody: of a whole history, or of a
 * history without each fold of {@link HiddenNumbers}. In Java and as ONNX. Immutable and safe for
 * any thread.
 */
public final class HistoryVectors {
    private final TrainedHistory trained;
    private final HiddenNumbers hidden;

    /**
     * The vectors of a tower.
     *
     * @param basis of the values it was trained with
     * @param scale of the sums over whole histories
     */
    public HistoryVectors(TrainedHistory trained, ValueBasis basis, double scale) {
        this.trained = trained;
        this.hidden = new HiddenNumbers(trained.layer(), basis, scale);
    }

    /** How many numbers a vector has. */
    public int columns() {
        return trained.output().columns();
    }

    /** The vectors of whole histories, row by row. */
    public Matrix whole(EncodedTable table, EncodedHistories histories, Workers workers) {
        return vectors(table, hidden.whole(table, histories, workers), 1, workers);
    }

    /** The vectors of histories without each fold, a row each. */
    public Matrix withoutFolds(EncodedTable table, EncodedHistories histories, Workers workers) {
        return vectors(
                table,
                hidden.withoutFolds(table, histories, workers),
                HiddenNumbers.FOLDS,
                workers);
    }

    private Matrix vectors(EncodedTable table, Matrix hidden, int rowsEach, Workers workers) {
        Matrix vectors = Matrix.zeros(hidden.rows(), columns());
        MatrixProduct.add(hidden, trained.output(), vectors, workers);
        int[] ids = table.field(Vocabularies.ID).orElseThrow().codes();
        for (int row = 0; row < vectors.rows(); row++) {
            HiddenNumbers.addRow(trained.outputBase(), 0, vectors, row);
            int at = vectors.offset(row) + trained.biasColumn();
            vectors.values()[at] += trained.rowBiases().at(ids[row / rowsEach], 0);
        }
        return vectors;
    }

    /** The sums over an input's histories, which the vectors come from. */
    HiddenNumbers.Sums sums(OnnxGraph graph, HistoryGraph inputs, Map<String, Integer> widths) {
        return hidden.sums(graph, inputs, widths);
    }

    /** The vectors of whole histories: float [N, columns]. */
    OnnxValue whole(OnnxGraph graph, HistoryGraph inputs, HiddenNumbers.Sums sums) {
        return graph.node(
                "Add", output(graph, hidden.whole(graph, inputs, sums)), bias(graph, inputs));
    }

    /** The vectors without each fold: float [N, folds, columns]. */
    OnnxValue withoutFolds(OnnxGraph graph, HistoryGraph inputs, HiddenNumbers.Sums sums) {
        return graph.node(
                "Add",
                output(graph, HiddenNumbers.withoutFolds(graph, inputs, sums)),
                graph.node("Unsqueeze", bias(graph, inputs), graph.integers(1)));
    }

    private OnnxValue output(OnnxGraph graph, OnnxValue hidden) {
        OnnxValue product = graph.node("MatMul", hidden, graph.constant(trained.output()));
        return graph.node("Add", product, graph.constant(trained.outputBase()));
    }

    /** The bias of a row's id in its column: float [N, columns]. */
    private OnnxValue bias(OnnxGraph graph, HistoryGraph inputs) {
        float[] column = new float[columns()];
        column[trained.biasColumn()] = 1;
        OnnxValue rows =
                graph.node(
                        "Gather",
                        graph.constant(trained.rowBiases()),
                        inputs.code(Vocabularies.ID));
        return graph.node("Mul", rows, graph.constant(column, 1, columns()));
    }
}
