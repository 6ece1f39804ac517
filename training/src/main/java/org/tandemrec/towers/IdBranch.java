package org.tandemrec.towers;

import java.util.List;
import java.util.SplittableRandom;
import org.tandemrec.features.EncodedField;
import org.tandemrec.layers.Codes;
import org.tandemrec.layers.Dense;
import org.tandemrec.layers.Familiarity;
import org.tandemrec.layers.IdEmbedding;
import org.tandemrec.layers.Lookup;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.layers.Parameter;
import org.tandemrec.layers.Start;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * An id's embedding through a dense layer of the same width and its part of the output layer. The
 * two layers have nothing between them and are multiplied into one: half the work.
 */
final class IdBranch implements Branch {
    private static final double DEVIATION = 0.02;

    private final EncodedField field;
    private final Codes codes;
    private final IdEmbedding embedding;
    private final Dense inner;
    private final Dense outer;
    private final Dense composed;
    private final Matrix rows;
    private final Matrix rowsGradient;

    IdBranch(EncodedField field, TowerPlan plan, Familiarity familiarity, SplittableRandom seeds) {
        int width = plan.widths().id();
        this.field = field;
        this.codes = Codes.singles(plan.batchRows());
        this.embedding =
                new IdEmbedding(
                        Start.normal(field.vocabularyRows(), width, DEVIATION, seeds.nextLong()),
                        familiarity,
                        plan.batchRows());
        this.inner = new Dense(Start.xavier(width, width, width, seeds.nextLong()));
        this.outer = plan.outputOf(width, seeds.nextLong());
        this.composed = new Dense(Matrix.zeros(width, plan.widths().vector()));
        this.rows = Matrix.zeros(plan.batchRows(), width);
        this.rowsGradient = Matrix.zeros(plan.batchRows(), width);
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
                List.of(embedding.parameters(), inner.parameters(), outer.parameters()));
    }

    @Override
    public void compose(Workers workers) {
        Matrix product = composed.weights().values();
        product.clear();
        outer.forward(inner.weights().values(), product, workers);
    }

    @Override
    public void forward(Matrix sum, Workers workers) {
        Matrix ofBatch = rows.first(codes.rows());
        embedding.forward(codes, ofBatch, workers);
        composed.forward(ofBatch, sum, workers);
    }

    @Override
    public void backward(Matrix sumGradient, Workers workers) {
        Matrix gradient = rowsGradient.first(codes.rows());
        gradient.clear();
        composed.backward(rows.first(codes.rows()), sumGradient, gradient, workers);
        embedding.backward(codes, gradient, workers);
        Matrix product = composed.weights().gradient();
        outer.backward(inner.weights().values(), product, inner.weights().gradient(), workers);
        product.clear();
    }

    /** One table with what each id adds: nothing stands between an id and the sum. */
    @Override
    public OnnxValue onnx(OnnxGraph graph, Workers workers) {
        compose(workers);
        Matrix every = Matrix.zeros(field.vocabularyRows(), rows.columns());
        embedding.forwardAll(every, workers);
        Matrix table = Matrix.zeros(every.rows(), composed.weights().values().columns());
        composed.forward(every, table, workers);
        return Lookup.onnxOfSingles(graph, graph.inputOfCodes(field.name()), table);
    }
}
