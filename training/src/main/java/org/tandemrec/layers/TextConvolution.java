package org.tandemrec.layers;

import java.util.Arrays;
import java.util.List;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * A convolution over the words of a text with pooling over time (Kim 2014): each filter looks at
 * three neighbouring words, its highest answer goes through tanh. A text without words gives zeros.
 * Once a step the whole word table is multiplied with the filters' three taps; a window is then a
 * sum of three rows, and only the winning window has a gradient.
 */
public final class TextConvolution {
    private static final int TAPS = 3;
    private static final int ROWS_PER_TASK = 64;
    private static final int NOWHERE = -1;
    private static final float BELOW_ALL = -1e30f;

    private final int filters;
    private final DenseParameter words;
    private final Dense taps;
    private final DenseParameter bias;
    private final Matrix tapped;
    private final Matrix tappedGradient;
    private final int[] winners;

    /**
     * A convolution that starts at these numbers.
     *
     * @param words one row a word; row 0 is the padding and zero
     * @param taps one row an element of a word; the columns are the filters of the word before,
     *     then those of the word itself, then those of the word after
     * @param batchRows how many texts a batch has at most
     */
    public TextConvolution(Matrix words, Matrix taps, int batchRows) {
        this.filters = taps.columns() / TAPS;
        this.words = new DenseParameter(words);
        this.taps = new Dense(taps);
        this.bias = new DenseParameter(Matrix.zeros(1, filters));
        this.tapped = Matrix.zeros(words.rows(), taps.columns());
        this.tappedGradient = Matrix.zeros(words.rows(), taps.columns());
        this.winners = new int[Math.multiplyExact(batchRows, filters)];
        Arrays.fill(words.values(), 0, words.stride(), 0);
    }

    public List<Parameter> parameters() {
        return List.of(words, taps.weights(), bias);
    }

    /** How many numbers a text becomes. */
    public int filters() {
        return filters;
    }

    /** Multiplies the word table with the taps; to be done after every change of the parameters. */
    public void compose(Workers workers) {
        tapped.clear();
        taps.forward(words.values(), tapped, workers);
    }

    /** Writes one row for each text. */
    public void forward(Codes texts, Matrix out, Workers workers) {
        workers.forRanges(texts.rows(), ROWS_PER_TASK, (from, to) -> forward(texts, out, from, to));
        Tanh.forward(out, workers);
    }

    private void forward(Codes texts, Matrix out, int from, int to) {
        for (int row = from; row < to; row++) {
            int offset = out.offset(row);
            int length = texts.length(row);
            Arrays.fill(winners, row * filters, (row + 1) * filters, NOWHERE);
            Arrays.fill(out.values(), offset, offset + filters, length == 0 ? 0 : BELOW_ALL);
            for (int place = 0; place < length; place++) {
                compete(texts, row, place, length, out.values(), offset);
            }
        }
    }

    private void compete(Codes texts, int row, int place, int length, float[] out, int offset) {
        float[] rows = tapped.values();
        int before = tapped.offset(place > 0 ? texts.at(row, place - 1) : 0);
        int here = tapped.offset(texts.at(row, place)) + filters;
        int after = tapped.offset(place + 1 < length ? texts.at(row, place + 1) : 0) + 2 * filters;
        float[] biases = bias.values().values();
        for (int filter = 0; filter < filters; filter++) {
            float answer =
                    rows[before + filter]
                            + rows[here + filter]
                            + rows[after + filter]
                            + biases[filter];
            if (answer > out[offset + filter]) {
                out[offset + filter] = answer;
                winners[row * filters + filter] = place;
            }
        }
    }

    /**
     * Adds to the gradients of words, taps and biases; uses up {@code outGradient}. Each task does
     * some of the filters, for all texts in order.
     *
     * @param out what the forward pass wrote
     */
    public void backward(Codes texts, Matrix out, Matrix outGradient, Workers workers) {
        Tanh.backward(out, outGradient, workers);
        tappedGradient.clear();
        workers.forRanges(
                filters,
                Math.ceilDiv(filters, workers.threads()),
                (from, to) -> backward(texts, outGradient, from, to));
        taps.backward(words.values(), tappedGradient, words.gradient(), workers);
        Arrays.fill(words.gradient().values(), 0, words.gradient().stride(), 0);
    }

    private void backward(Codes texts, Matrix outGradient, int from, int to) {
        for (int row = 0; row < texts.rows(); row++) {
            int length = texts.length(row);
            for (int filter = from; filter < to; filter++) {
                int winner = winners[row * filters + filter];
                if (winner != NOWHERE) {
                    award(texts, row, winner, length, filter, outGradient.at(row, filter));
                }
            }
        }
    }

    private void award(Codes texts, int row, int winner, int length, int filter, float gradient) {
        bias.gradient().values()[filter] += gradient;
        int last = Math.min(length - 1, winner + 1);
        for (int place = Math.max(0, winner - 1); place <= last; place++) {
            int tap = place - winner + 1;
            int offset = tappedGradient.offset(texts.at(row, place));
            tappedGradient.values()[offset + tap * filters + filter] += gradient;
        }
    }

    /** The same for texts {@code [N, width]}. */
    public OnnxValue onnx(OnnxGraph graph, OnnxValue texts) {
        OnnxValue rows = graph.node("Gather", graph.constant(words.values()), texts);
        OnnxValue channels = graph.node("Transpose", "perm", new long[] {0, 2, 1}, rows);
        OnnxValue answers =
                graph.node(
                        "Conv", "pads", new long[] {1, 1}, channels, kernels(graph), biases(graph));
        OnnxValue isPadding =
                graph.node(
                        "Unsqueeze",
                        graph.node("Equal", texts, graph.integers(0)),
                        graph.integers(1));
        OnnxValue words = graph.node("Where", isPadding, graph.number(BELOW_ALL), answers);
        OnnxValue pooled = graph.node("Tanh", graph.highest(words, 2));
        OnnxValue hasWords =
                graph.node("Greater", graph.highestInPlace(texts, 1), graph.integers(0));
        return graph.node("Mul", pooled, graph.floats(hasWords));
    }

    private OnnxValue kernels(OnnxGraph graph) {
        Matrix weights = taps.weights().values();
        float[] kernels = new float[filters * weights.rows() * TAPS];
        int at = 0;
        for (int filter = 0; filter < filters; filter++) {
            for (int element = 0; element < weights.rows(); element++) {
                for (int tap = 0; tap < TAPS; tap++) {
                    kernels[at++] = weights.at(element, tap * filters + filter);
                }
            }
        }
        return graph.constant(kernels, filters, weights.rows(), TAPS);
    }

    private OnnxValue biases(OnnxGraph graph) {
        return graph.constant(bias.values().row(0), filters);
    }
}
