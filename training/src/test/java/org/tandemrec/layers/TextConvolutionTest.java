package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class TextConvolutionTest {
    private static final int[][] TEXTS = {
        {1, 2, 3, 4}, {5, 0, 0, 0}, {6, 7, 0, 0}, {0, 0, 0, 0}, {2, 2, 5, 0}
    };

    private final Workers workers = Workers.of(2);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void agreesWithPyTorch() {
        Reference reference = Reference.of("text-convolution");
        TextConvolution convolution =
                new TextConvolution(reference.matrix("words"), reference.matrix("taps"), 5);
        DenseParameter words = (DenseParameter) convolution.parameters().get(0);
        DenseParameter taps = (DenseParameter) convolution.parameters().get(1);
        DenseParameter bias = (DenseParameter) convolution.parameters().get(2);
        bias.values().copyFrom(reference.matrix("bias"));
        Codes texts = Samples.lists(reference.rowsOfIntegers("texts"));
        Matrix out = Matrix.zeros(5, 3);
        convolution.compose(workers);
        convolution.forward(texts, out, workers);
        reference.assertEquals("out", out);
        convolution.backward(texts, out, reference.matrix("out_gradient"), workers);
        reference.assertEquals("words_gradient", words.gradient());
        reference.assertEquals("taps_gradient", taps.gradient());
        reference.assertEquals("bias_gradient", bias.gradient());
    }

    @Test
    void itsGradientsAreTheLossesSlopes() {
        TextConvolution convolution = convolution();
        Codes texts = Samples.lists(TEXTS);
        Matrix weights = Samples.random(5, 3, 9);
        Matrix out = Matrix.zeros(5, 3);
        convolution.compose(workers);
        convolution.forward(texts, out, workers);
        convolution.backward(texts, out, weights.copy(), workers);
        for (Parameter parameter : convolution.parameters().subList(1, 3)) {
            GradientCheck.check(
                    parameter.values(),
                    ((DenseParameter) parameter).gradient(),
                    () -> loss(convolution, texts, weights));
        }
    }

    private double loss(TextConvolution convolution, Codes texts, Matrix weights) {
        Matrix out = Matrix.zeros(5, 3);
        convolution.compose(workers);
        convolution.forward(texts, out, workers);
        return GradientCheck.weighted(out, weights);
    }

    @Test
    void aTextWithoutWordsGivesZeros() {
        Matrix out = Matrix.zeros(5, 3);
        TextConvolution convolution = convolution();
        convolution.compose(workers);
        convolution.forward(Samples.lists(TEXTS), out, workers);
        assertThat(out.row(3)).containsExactly(0, 0, 0);
    }

    @Test
    void itsOnnxFormGivesTheSame() {
        TextConvolution convolution = convolution();
        convolution.parameters().get(2).values().copyFrom(Samples.random(1, 3, 6));
        Matrix out = Matrix.zeros(5, 3);
        convolution.compose(workers);
        convolution.forward(Samples.lists(TEXTS), out, workers);
        OnnxRun.assertGives(out, TEXTS, convolution::onnx);
    }

    private static TextConvolution convolution() {
        return new TextConvolution(Samples.random(8, 4, 1), Samples.random(4, 9, 2), 5);
    }
}
