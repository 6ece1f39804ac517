package org.tandemrec.towers;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.FieldKind;
import org.tandemrec.features.Vocabularies;
import org.tandemrec.layers.Bias;
import org.tandemrec.layers.Familiarity;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.layers.Parameter;
import org.tandemrec.layers.Tanh;
import org.tandemrec.layers.UnitLength;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * Turns rows of an encoded table into vectors of length 1: the fields' branches are joined, go
 * through a dense layer, tanh and a division by the length. Works on one batch at a time, called
 * from one thread.
 */
public final class Tower {
    /** The name of the exported tower's output. */
    public static final String OUTPUT = "vector";

    private final EncodedTable table;
    private final TowerPlan plan;
    private final List<Branch> branches = new ArrayList<>();
    private final Bias bias;
    private final UnitLength unitLength;
    private final Matrix tangents;
    private final Matrix vectors;
    private final Matrix gradient;

    /**
     * An untrained tower.
     *
     * @param table what it reads
     * @param familiarity how often each row of the table was seen
     * @param widths of its parts
     * @param batchRows how many rows a batch has at most
     * @param seed of its first parameters
     */
    public Tower(
            EncodedTable table,
            Familiarity familiarity,
            TowerWidths widths,
            int batchRows,
            long seed) {
        SplittableRandom seeds = new SplittableRandom(seed);
        this.table = table;
        this.plan = TowerPlan.of(table, widths, batchRows);
        for (EncodedField field : table.fields()) {
            branches.add(branch(field, familiarity, seeds));
        }
        this.bias = new Bias(widths.vector());
        this.unitLength = new UnitLength(plan.batchRows());
        this.tangents = Matrix.zeros(plan.batchRows(), widths.vector());
        this.vectors = Matrix.zeros(plan.batchRows(), widths.vector());
        this.gradient = Matrix.zeros(plan.batchRows(), widths.vector());
    }

    private Branch branch(EncodedField field, Familiarity familiarity, SplittableRandom seeds) {
        return switch (field.kind()) {
            case ID -> new IdBranch(field, plan, familiarity, seeds);
            case CATEGORY, CATEGORIES -> new CategoryBranch(field, plan, seeds);
            case TEXT -> new TextBranch(field, plan, seeds);
        };
    }

    /** How many rows the table has. */
    public int rows() {
        return table.rows();
    }

    /** Everything that training changes, in a fixed order. */
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(bias.parameters());
        branches.forEach(branch -> parameters.addAll(branch.parameters()));
        return List.copyOf(parameters);
    }

    /**
     * The vectors of some rows of the table, one row each; they stand until the next call.
     *
     * @param rowAt the table's row for each position from 0 to {@code count - 1}
     */
    public Matrix forward(IntUnaryOperator rowAt, int count, Hiding hiding, Workers workers) {
        branches.forEach(branch -> read(branch, rowAt, count, hiding));
        Matrix sum = tangents.first(count);
        bias.forward(sum, workers);
        for (Branch branch : branches) {
            branch.compose(workers);
            branch.forward(sum, workers);
        }
        Tanh.forward(sum, workers);
        unitLength.forward(sum, vectors.first(count), workers);
        return vectors.first(count);
    }

    private static void read(Branch branch, IntUnaryOperator rowAt, int count, Hiding hiding) {
        EncodedField field = branch.field();
        branch.codes().clear();
        for (int position = 0; position < count; position++) {
            boolean hidden =
                    field.kind() == FieldKind.ID ? hiding.hidesId() : hiding.hidesAttribute();
            if (hidden) {
                branch.codes().addUnknown();
            } else {
                branch.codes().add(field.codes(), rowAt.applyAsInt(position) * field.width());
            }
        }
    }

    /** Where the loss writes its gradient by the vectors of the last forward pass. */
    public Matrix vectorGradient(int count) {
        return gradient.first(count);
    }

    /** Adds to the parameters' gradients; uses up the {@link #vectorGradient}. */
    public void backward(int count, Workers workers) {
        Matrix ofBatch = gradient.first(count);
        unitLength.backward(vectors.first(count), ofBatch, workers);
        Tanh.backward(tangents.first(count), ofBatch, workers);
        bias.backward(ofBatch, workers);
        branches.forEach(branch -> branch.backward(ofBatch, workers));
    }

    /** The vectors of the whole table, one row each. */
    public Matrix vectorsOfAll(Workers workers) {
        Matrix all = Matrix.zeros(table.rows(), vectors.columns());
        for (int from = 0; from < table.rows(); from += plan.batchRows()) {
            int start = from;
            int count = Math.min(plan.batchRows(), table.rows() - from);
            Matrix part = forward(at -> start + at, count, Hiding.nothing(), workers);
            System.arraycopy(
                    part.values(), 0, all.values(), all.offset(from), count * part.stride());
        }
        return all;
    }

    /**
     * The tower as an ONNX model. Its inputs have the fields' names: int64 {@code [N]} for an id or
     * a category, {@code [N, width]} with zeros at the end for several categories or a text. Its
     * output is {@value #OUTPUT}, float {@code [N, vector width]}.
     *
     * @param lengths the length of the vector that it gives for each id, the unknown one first
     */
    public byte[] onnx(String name, float[] lengths, Workers workers) {
        OnnxGraph graph = new OnnxGraph(name);
        OnnxValue sum = bias.onnx(graph, joined(graph, workers));
        OnnxValue unit = UnitLength.onnx(graph, Tanh.onnx(graph, sum));
        OnnxValue ids = new OnnxValue(Vocabularies.ID);
        OnnxValue length = graph.node("Gather", graph.constant(lengths, lengths.length, 1), ids);
        OnnxValue scaled = graph.node("Mul", unit, length);
        graph.output(OUTPUT, scaled, vectors.columns());
        return graph.toBytes();
    }

    private OnnxValue joined(OnnxGraph graph, Workers workers) {
        return branches.stream()
                .map(branch -> branch.onnx(graph, workers))
                .reduce((left, right) -> graph.node("Add", left, right))
                .orElseThrow();
    }
}
