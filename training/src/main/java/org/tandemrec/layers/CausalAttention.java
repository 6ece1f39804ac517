package org.tandemrec.layers;

import java.util.Arrays;
import java.util.List;
import org.tandemrec.vectors.Block;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.MatrixProduct;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/**
 * Every row of a sequence looks at itself and at those before it (Vaswani et al. 2017) that are
 * nearer than the layer's reach (Beltagy et al. 2020), with a trained bias for each distance and
 * head in place of positions (Shaw et al. 2018; Raffel et al. 2020): {@code score[i, j] = query[i]
 * · key[j] / sqrt(head width) + bias[i - j]} for j up to i, {@code out[i] = sum over j of
 * softmax(score[i])[j] * value[j]}. The first row of a sequence stands for no event: all look at
 * it, however far it is, and it has a bias of its own.
 *
 * <p>A row going in is query, key and value side by side, each as wide as a row coming out; heads
 * are parts of them, multiples of {@value Matrix#LANES} wide. Threads share the heads.
 */
public final class CausalAttention {
    static final float NEVER = -1e30f;

    private static final int ROWS_PER_BLOCK = 48;

    private final DenseParameter biases;
    private final int reach;
    private final int heads;
    private final int headWidth;
    private final int capacity;
    private final Matrix weights;

    /**
     * A layer with room for so many rows.
     *
     * @param biases where to start: one row a head; the first column is for the first row of every
     *     sequence, then comes distance {@code reach - 1}, and so on; the last is distance 0
     * @param width of a row coming out
     * @param longest rows of a sequence at most, beside the first
     * @param capacity rows of a batch at most
     */
    public CausalAttention(Matrix biases, int width, int longest, int capacity) {
        this.biases = new DenseParameter(biases);
        this.reach = biases.columns() - 1;
        this.heads = biases.rows();
        this.headWidth = width / heads;
        this.capacity = capacity;
        if (headWidth * heads != width || headWidth % Matrix.LANES != 0) {
            throw new IllegalArgumentException(
                    "%d heads of rows %d wide, expected heads of a multiple of %d"
                            .formatted(heads, width, Matrix.LANES));
        }
        this.weights = Matrix.zeros(Math.multiplyExact(heads, capacity), longest + 1);
    }

    public List<Parameter> parameters() {
        return List.of(biases);
    }

    /** A layer with the same values, gradients of its own and as much room. */
    public CausalAttention sharing() {
        return new CausalAttention(
                biases.values(), heads * headWidth, weights.columns() - 1, capacity);
    }

    /** Sets the rows of {@code out}. */
    public void forward(Matrix joined, Sequences sequences, Matrix out, Workers workers) {
        out.clear();
        workers.forRanges(
                heads,
                1,
                (from, to) -> {
                    for (int head = from; head < to; head++) {
                        forward(joined, sequences, out, head);
                    }
                });
    }

    private void forward(Matrix joined, Sequences sequences, Matrix out, int head) {
        Matrix keys = Matrix.zeros(headWidth, weights.stride());
        float scale = 1 / (float) Math.sqrt(headWidth);
        for (int sequence = 0; sequence < sequences.count(); sequence++) {
            Heads of = new Heads(joined, sequences, sequence, head);
            transpose(of.keys(0, of.length()), keys, scale);
            for (int from = 0; from < of.length(); from += ROWS_PER_BLOCK) {
                int to = Math.min(of.length(), from + ROWS_PER_BLOCK);
                Block scores = of.weights(from, to, padded(to));
                fillWithBiases(of, from, to);
                MatrixProduct.add(
                        of.queries(from, to), new Block(keys, 0, 0, headWidth, padded(to)), scores);
                softmax(of, from, to);
                MatrixProduct.add(
                        of.weights(from, to, to), of.values(0, to), of.out(out, from, to));
            }
        }
    }

    /** The rows of a block as columns, scaled; nothing but zeros behind them. */
    private static void transpose(Block block, Matrix into, float scale) {
        float[] from = block.matrix().values();
        float[] to = into.values();
        for (int column = 0; column < block.columns(); column++) {
            int target = into.offset(column);
            int source = block.matrix().offset(block.row()) + block.column() + column;
            for (int row = 0; row < block.rows(); row++) {
                to[target + row] = scale * from[source + row * block.matrix().stride()];
            }
            int end = target + padded(block.rows());
            for (int at = target + block.rows(); at < end; at++) {
                to[at] = 0;
            }
        }
    }

    private static int padded(int columns) {
        return Math.ceilDiv(columns, Matrix.LANES) * Matrix.LANES;
    }

    private void fillWithBiases(Heads of, int from, int to) {
        float[] bias = biases.values().values();
        int offset = biases.values().offset(of.head());
        float[] into = weights.values();
        for (int row = from; row < to; row++) {
            int target = weights.offset(of.weightRow(row));
            int seen = Math.min(row, reach);
            int nearest = target + row + 1 - seen;
            into[target] = bias[offset];
            Arrays.fill(into, target + 1, nearest, NEVER);
            System.arraycopy(bias, offset + reach + 1 - seen, into, nearest, seen);
            Arrays.fill(into, target + row + 1, target + padded(to), NEVER);
        }
    }

    private void softmax(Heads of, int from, int to) {
        float[] scores = weights.values();
        for (int row = from; row < to; row++) {
            int offset = weights.offset(of.weightRow(row));
            int length = padded(to);
            float highest = Rows.max(scores, offset, length);
            float scale = 1 / Rows.exponentials(scores, offset, length, highest);
            for (int at = offset; at < offset + length; at++) {
                scores[at] *= scale;
            }
        }
    }

    /**
     * Sets {@code joinedGradient} to the gradient by {@code joined} and adds to that of the biases,
     * for the last forward pass.
     */
    public void backward(
            Matrix joined,
            Sequences sequences,
            Matrix outGradient,
            Matrix joinedGradient,
            Workers workers) {
        joinedGradient.clear();
        workers.forRanges(
                heads,
                1,
                (from, to) -> {
                    for (int head = from; head < to; head++) {
                        backward(joined, sequences, outGradient, joinedGradient, head);
                    }
                });
    }

    private void backward(
            Matrix joined,
            Sequences sequences,
            Matrix outGradient,
            Matrix joinedGradient,
            int head) {
        Matrix values = Matrix.zeros(headWidth, weights.stride());
        Matrix slopes = Matrix.zeros(ROWS_PER_BLOCK, weights.stride());
        float[] byDistance = new float[reach + 1];
        for (int sequence = 0; sequence < sequences.count(); sequence++) {
            Heads of = new Heads(joined, sequences, sequence, head);
            Heads gradient = new Heads(joinedGradient, sequences, sequence, head);
            transpose(of.values(0, of.length()), values, 1);
            for (int from = 0; from < of.length(); from += ROWS_PER_BLOCK) {
                int to = Math.min(of.length(), from + ROWS_PER_BLOCK);
                Block outBlock = of.out(outGradient, from, to);
                MatrixProduct.addTransposed(
                        of.weights(from, to, to), outBlock, gradient.values(0, to));
                slopesOfScores(of, outBlock, values, slopes, byDistance);
                Block scores = new Block(slopes, 0, 0, to - from, to);
                MatrixProduct.add(scores, of.keys(0, to), gradient.queries(from, to));
                MatrixProduct.addTransposed(scores, of.queries(from, to), gradient.keys(0, to));
            }
            scale(gradient.queries(0, of.length()));
            scale(gradient.keys(0, of.length()));
        }
        addToBiases(head, byDistance);
    }

    /** From the gradient by the output to that by the scores. */
    private void slopesOfScores(
            Heads of, Block outBlock, Matrix values, Matrix slopes, float[] byDistance) {
        int from = outBlock.row() - of.first();
        int to = from + outBlock.rows();
        int columns = padded(to);
        Arrays.fill(slopes.values(), 0, slopes.offset(to - from), 0);
        MatrixProduct.add(
                outBlock,
                new Block(values, 0, 0, headWidth, columns),
                new Block(slopes, 0, 0, to - from, columns));
        float[] found = slopes.values();
        for (int row = from; row < to; row++) {
            int offset = slopes.offset(row - from);
            int weight = weights.offset(of.weightRow(row));
            int length = padded(row + 1);
            float along = Rows.dot(found, offset, weights.values(), weight, length);
            Rows.softmaxSlopes(found, offset, weights.values(), weight, along, columns);
            addByDistance(found, offset, row, byDistance);
        }
    }

    /** The first key's slope goes its own way. */
    private void addByDistance(float[] slopes, int offset, int row, float[] byDistance) {
        int seen = Math.min(row, reach);
        int target = reach + 1 - seen;
        int nearest = offset + row + 1 - seen;
        byDistance[0] += slopes[offset];
        for (int at = 0; at < seen; at++) {
            byDistance[target + at] += slopes[nearest + at];
        }
    }

    private void addToBiases(int head, float[] byDistance) {
        Matrix gradient = biases.gradient();
        for (int column = 0; column <= reach; column++) {
            gradient.set(head, column, gradient.at(head, column) + byDistance[column]);
        }
    }

    private void scale(Block block) {
        float by = 1 / (float) Math.sqrt(headWidth);
        float[] values = block.matrix().values();
        for (int row = block.row(); row < block.row() + block.rows(); row++) {
            int from = block.matrix().offset(row) + block.column();
            for (int at = from; at < from + block.columns(); at++) {
                values[at] *= by;
            }
        }
    }

    /** What is exported: the same with the biases of now. */
    public AttentionGraph graph() {
        return new AttentionGraph(biases.values(), headWidth);
    }

    /** The parts of one head in one sequence. */
    private final class Heads {
        private final Matrix joined;
        private final int first;
        private final int length;
        private final int head;

        private Heads(Matrix joined, Sequences sequences, int sequence, int head) {
            this.joined = joined;
            this.first = sequences.start(sequence);
            this.length = sequences.length(sequence);
            this.head = head;
        }

        private int head() {
            return head;
        }

        private int first() {
            return first;
        }

        private int length() {
            return length;
        }

        private Block queries(int from, int to) {
            return part(0, from, to);
        }

        private Block keys(int from, int to) {
            return part(1, from, to);
        }

        private Block values(int from, int to) {
            return part(2, from, to);
        }

        private Block part(int kind, int from, int to) {
            int column = (kind * heads + head) * headWidth;
            return new Block(joined, first + from, column, to - from, headWidth);
        }

        private Block out(Matrix out, int from, int to) {
            return new Block(out, first + from, head * headWidth, to - from, headWidth);
        }

        private int weightRow(int row) {
            return heads * first + head * length + row;
        }

        private Block weights(int from, int to, int columns) {
            return new Block(weights, weightRow(from), 0, to - from, columns);
        }
    }
}
