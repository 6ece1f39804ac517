package org.tandemrec.towers;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.FieldKind;
import org.tandemrec.layers.Codes;
import org.tandemrec.layers.Dense;
import org.tandemrec.layers.DenseParameter;
import org.tandemrec.layers.Lookup;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.layers.Parameter;
import org.tandemrec.layers.Start;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * A category's embedding, or the sum of several, through a dense layer and its part of the output
 * layer. All of it is linear: the whole table of categories goes through both layers once a step,
 * and a batch only looks up the results.
 */
final class CategoryBranch implements Branch {
    private static final double DEVIATION = 0.1;

    private final EncodedField field;
    private final boolean lists;
    private final Codes codes;
    private final DenseParameter embedding;
    private final Dense inner;
    private final Dense outer;
    private final Matrix hidden;
    private final Matrix hiddenGradient;
    private final Matrix table;
    private final Matrix tableGradient;

    CategoryBranch(EncodedField field, TowerPlan plan, SplittableRandom seeds) {
        int categories = field.vocabularyRows();
        int width = plan.widths().attribute();
        this.field = field;
        this.lists = field.kind() == FieldKind.CATEGORIES;
        this.codes = plan.codesOf(field);
        this.embedding =
                new DenseParameter(Start.normal(categories, width, DEVIATION, seeds.nextLong()));
        this.inner = new Dense(Start.xavier(width, width, width, seeds.nextLong()));
        this.outer = plan.outputOf(width, seeds.nextLong());
        this.hidden = Matrix.zeros(categories, width);
        this.hiddenGradient = Matrix.zeros(categories, width);
        this.table = Matrix.zeros(categories, plan.widths().vector());
        this.tableGradient = Matrix.zeros(categories, plan.widths().vector());
        if (lists) {
            Arrays.fill(embedding.values().values(), 0, embedding.values().stride(), 0);
        }
    }

    @Override
    public EncodedField field() {
        return field;
    }

    @Override
    public Codes codes() {
        return codes;
    }

    @Override
    public List<Parameter> parameters() {
        return Parameters.joined(
                List.of(List.<Parameter>of(embedding), inner.parameters(), outer.parameters()));
    }

    @Override
    public void compose(Workers workers) {
        hidden.clear();
        inner.forward(embedding.values(), hidden, workers);
        table.clear();
        outer.forward(hidden, table, workers);
    }

    @Override
    public void forward(Matrix sum, Workers workers) {
        Lookup.forward(codes, table, sum, workers);
    }

    @Override
    public void backward(Matrix sumGradient, Workers workers) {
        tableGradient.clear();
        Lookup.backward(codes, sumGradient, tableGradient, workers);
        hiddenGradient.clear();
        outer.backward(hidden, tableGradient, hiddenGradient, workers);
        inner.backward(embedding.values(), hiddenGradient, embedding.gradient(), workers);
    }

    @Override
    public OnnxValue onnx(OnnxGraph graph, Workers workers) {
        compose(workers);
        return lists
                ? Lookup.onnxOfLists(graph, graph.inputOfCodes(field.name(), field.width()), table)
                : Lookup.onnxOfSingles(graph, graph.inputOfCodes(field.name()), table);
    }
}
