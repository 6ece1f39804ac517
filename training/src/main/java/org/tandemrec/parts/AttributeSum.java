package org.tandemrec.parts;

import java.util.List;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/**
 * What a person's attributes say: a row for everybody, and one for each attribute and each pair of
 * them. It counts the less the more is known of what they did.
 */
public final class AttributeSum implements Part {
    private final Matrix everybody;
    private final List<AttributeTerm> terms;
    private final List<Matrix> tables;
    private final Matrix items;
    private final float[] fading;

    /**
     * A part.
     *
     * @param everybody one row, for whoever it is
     * @param terms of the attributes
     * @param tables one for each term, a row for each cell; zero where something is not known
     * @param items a row for each item
     * @param fading how much it counts by the number of events; the last stands for all that follow
     */
    public AttributeSum(
            Matrix everybody,
            List<AttributeTerm> terms,
            List<Matrix> tables,
            Matrix items,
            float[] fading) {
        this.everybody = everybody;
        this.terms = List.copyOf(terms);
        this.tables = List.copyOf(tables);
        this.items = items;
        this.fading = fading.clone();
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
        Matrix sums = Matrix.zeros(users.rows(), width());
        for (int row = 0; row < users.rows(); row++) {
            float weight = fading[Math.min(histories.size(row), fading.length - 1)];
            add(everybody, 0, weight, sums, row);
            for (int term = 0; term < terms.size(); term++) {
                int cell = terms.get(term).cell(users, row);
                if (cell >= 0) {
                    add(tables.get(term), cell, weight, sums, row);
                }
            }
        }
        return sums;
    }

    private static void add(Matrix from, int fromRow, float weight, Matrix sums, int row) {
        Rows.addScaled(
                sums.values(),
                sums.offset(row),
                weight,
                from.values(),
                from.offset(fromRow),
                from.stride());
    }

    @Override
    public OnnxValue onnx(OnnxGraph graph, UserInputs inputs) {
        OnnxValue sum = graph.constant(everybody);
        for (int term = 0; term < terms.size(); term++) {
            sum = graph.node("Add", sum, terms.get(term).look(graph, tables.get(term), inputs));
        }
        OnnxValue weight = UserInputs.look(graph, fading, inputs.count());
        return graph.node("Mul", sum, graph.node("Unsqueeze", weight, graph.integers(1)));
    }
}
