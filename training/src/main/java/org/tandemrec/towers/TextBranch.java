package org.tandemrec.towers;

import java.util.List;
import java.util.SplittableRandom;
import org.tandemrec.features.EncodedField;
import org.tandemrec.layers.Codes;
import org.tandemrec.layers.Dense;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.layers.Parameter;
import org.tandemrec.layers.Start;
import org.tandemrec.layers.TextConvolution;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/** A text through a convolution over its words and its part of the output layer. */
final class TextBranch implements Branch {
    private static final int TAPS = 3;
    private static final double DEVIATION = 0.1;

    private final EncodedField field;
    private final Codes codes;
    private final TextConvolution convolution;
    private final Dense outer;
    private final Matrix features;
    private final Matrix featuresGradient;

    TextBranch(EncodedField field, TowerPlan plan, SplittableRandom seeds) {
        int word = plan.widths().word();
        int filters = plan.widths().text();
        this.field = field;
        this.codes = plan.codesOf(field);
        this.convolution =
                new TextConvolution(
                        Start.normal(field.vocabularyRows(), word, DEVIATION, seeds.nextLong()),
                        Start.xavier(word, TAPS * filters, TAPS * word, seeds.nextLong()),
                        plan.batchRows());
        this.outer = plan.outputOf(filters, seeds.nextLong());
        this.features = Matrix.zeros(plan.batchRows(), filters);
        this.featuresGradient = Matrix.zeros(plan.batchRows(), filters);
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
        return Parameters.joined(List.of(convolution.parameters(), outer.parameters()));
    }

    @Override
    public void compose(Workers workers) {
        convolution.compose(workers);
    }

    @Override
    public void forward(Matrix sum, Workers workers) {
        Matrix ofBatch = features.first(codes.rows());
        convolution.forward(codes, ofBatch, workers);
        outer.forward(ofBatch, sum, workers);
    }

    @Override
    public void backward(Matrix sumGradient, Workers workers) {
        Matrix ofBatch = features.first(codes.rows());
        Matrix gradient = featuresGradient.first(codes.rows());
        gradient.clear();
        outer.backward(ofBatch, sumGradient, gradient, workers);
        convolution.backward(codes, ofBatch, gradient, workers);
    }

    @Override
    public OnnxValue onnx(OnnxGraph graph, Workers workers) {
        OnnxValue texts = graph.inputOfCodes(field.name(), field.width());
        return outer.onnx(graph, convolution.onnx(graph, texts));
    }
}
