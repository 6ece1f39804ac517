package org.tandemrec.towers;

import java.util.Map;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.layers.Tanh;
import org.tandemrec.layers.ValueBasis;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/**
 * The hidden numbers that a trained {@link HistoryLayer} gives anybody: of a whole history, or of a
 * history without each of some folds, an event's fold being how many events came after it, modulo
 * {@value #FOLDS}. In Java and as ONNX. Immutable and safe for any thread.
 */
public final class HiddenNumbers {
    /** How many folds there are. */
    public static final int FOLDS = 10;

    private final TrainedLayer trained;
    private final ValueBasis basis;
    private final float scale;
    private final int width;

    /**
     * The hidden numbers of a layer.
     *
     * @param basis of the values it was trained with
     * @param scale of the sums over whole histories
     */
    public HiddenNumbers(TrainedLayer trained, ValueBasis basis, double scale) {
        this.trained = trained;
        this.basis = basis;
        this.scale = (float) scale;
        this.width = trained.width();
    }

    /** Of whole histories, row by row. */
    public Matrix whole(EncodedTable table, EncodedHistories histories, Workers workers) {
        Matrix sums = attributes(table);
        for (int row = 0; row < sums.rows(); row++) {
            int start = histories.start(row);
            int end = start + histories.size(row);
            float factor = factor(scale, end - start);
            for (int event = start; event < end; event++) {
                add(histories, event, factor, sums, row);
            }
        }
        Tanh.forward(sums, workers);
        return sums;
    }

    /** Of histories without each fold: {@value #FOLDS} rows for each. */
    Matrix withoutFolds(EncodedTable table, EncodedHistories histories, Workers workers) {
        Matrix attributes = attributes(table);
        Matrix sums = Matrix.zeros(attributes.rows() * FOLDS, width);
        for (int row = 0; row < attributes.rows(); row++) {
            for (int fold = 0; fold < FOLDS; fold++) {
                addWithout(fold, histories, row, attributes, sums);
            }
        }
        Tanh.forward(sums, workers);
        return sums;
    }

    private void addWithout(
            int fold, EncodedHistories histories, int row, Matrix attributes, Matrix sums) {
        int start = histories.start(row);
        int end = start + histories.size(row);
        int target = row * FOLDS + fold;
        System.arraycopy(
                attributes.values(),
                attributes.offset(row),
                sums.values(),
                sums.offset(target),
                sums.stride());
        int left = 0;
        for (int event = start; event < end; event++) {
            left += fold(event, end) == fold ? 0 : 1;
        }
        float factor = factor(1, left);
        for (int event = start; event < end; event++) {
            if (fold(event, end) != fold) {
                add(histories, event, factor, sums, target);
            }
        }
    }

    /** The fold of an event of a history that ends there. */
    public static int fold(int event, int end) {
        return (end - 1 - event) % FOLDS;
    }

    private static float factor(float scale, int events) {
        return scale / (float) Math.sqrt(Math.max(1, events));
    }

    private void add(EncodedHistories histories, int event, float factor, Matrix sums, int row) {
        int level = basis.levelOf(histories.values()[event]);
        Rows.addScaled(
                sums.values(),
                sums.offset(row),
                factor,
                trained.rows().values(),
                trained.rows().offset(histories.others()[event]) + level * width,
                width);
    }

    private Matrix attributes(EncodedTable table) {
        Matrix sums = Matrix.zeros(table.rows(), width);
        for (int row = 0; row < table.rows(); row++) {
            addRow(trained.base(), 0, sums, row);
            for (int at = 0; at < trained.fields().size(); at++) {
                EncodedField field = table.field(trained.fields().get(at)).orElseThrow();
                for (int code = 0; code < field.width(); code++) {
                    addRow(
                            trained.tables().get(at),
                            field.codes()[row * field.width() + code],
                            sums,
                            row);
                }
            }
        }
        return sums;
    }

    static void addRow(Matrix from, int fromRow, Matrix sums, int row) {
        Rows.addScaled(
                sums.values(),
                sums.offset(row),
                1,
                from.values(),
                from.offset(fromRow),
                sums.stride());
    }

    /** What a graph makes of a history: the sums that vectors come from. */
    record Sums(OnnxValue attributes, OnnxValue total, OnnxValue byFold, OnnxValue perFold) {}

    /** Of whole histories: float [N, width]. */
    OnnxValue whole(OnnxGraph graph, HistoryGraph inputs, Sums sums) {
        OnnxValue count = graph.node("Max", inputs.count(), graph.number(1));
        OnnxValue history =
                graph.node(
                        "Div",
                        graph.node("Mul", sums.total(), graph.number(scale)),
                        graph.node("Sqrt", count));
        return Tanh.onnx(graph, graph.node("Add", sums.attributes(), history));
    }

    /** Without each fold: float [N, folds, width]. */
    static OnnxValue withoutFolds(OnnxGraph graph, HistoryGraph inputs, Sums sums) {
        OnnxValue total = graph.node("Unsqueeze", sums.total(), graph.integers(1));
        OnnxValue rest = graph.node("Sub", total, sums.byFold());
        OnnxValue left = graph.node("Sub", inputs.count(), sums.perFold());
        OnnxValue root = graph.node("Sqrt", graph.node("Max", left, graph.number(1)));
        OnnxValue history =
                graph.node("Div", rest, graph.node("Unsqueeze", root, graph.integers(2)));
        OnnxValue attributes = graph.node("Unsqueeze", sums.attributes(), graph.integers(1));
        return Tanh.onnx(graph, graph.node("Add", attributes, history));
    }

    /** The sums over an input's histories. */
    Sums sums(OnnxGraph graph, HistoryGraph inputs, Map<String, Integer> widths) {
        int levels = basis.levels();
        Matrix rows = trained.rows();
        float[] flat = new float[rows.rows() * levels * width];
        for (int row = 0; row < rows.rows(); row++) {
            System.arraycopy(
                    rows.values(), rows.offset(row), flat, row * levels * width, levels * width);
        }
        OnnxValue codes =
                graph.node(
                        "Add",
                        graph.node("Mul", inputs.history(), graph.integer(levels)),
                        inputs.levels());
        OnnxValue events =
                graph.node("Gather", graph.constant(flat, rows.rows() * levels, width), codes);
        OnnxValue turned = graph.node("Transpose", inputs.folds());
        OnnxValue byFold = graph.node("MatMul", turned, events);
        OnnxValue perFold = graph.node("MatMul", inputs.met(), inputs.folds());
        return new Sums(attributes(graph, inputs, widths), graph.sum(byFold, 1), byFold, perFold);
    }

    private OnnxValue attributes(
            OnnxGraph graph, HistoryGraph inputs, Map<String, Integer> widths) {
        OnnxValue sum = graph.constant(trained.base());
        OnnxValue one = graph.node("Mul", inputs.count(), graph.number(0));
        sum = graph.node("Add", sum, one);
        for (int at = 0; at < trained.fields().size(); at++) {
            String field = trained.fields().get(at);
            OnnxValue rows =
                    graph.node(
                            "Gather", graph.constant(trained.tables().get(at)), inputs.code(field));
            boolean several = widths.getOrDefault(field, 0) > 0;
            sum = graph.node("Add", sum, several ? graph.sum(rows, 1) : rows);
        }
        return sum;
    }
}
