package org.tandemrec.layers;

import java.util.Arrays;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * A memory that forgets each column at a rate of its own: {@code out[i] = in[i] + keep * out[i -
 * 1]} along every sequence, with {@code keep = exp(-1 / lifetime)} and lifetimes, counted in rows,
 * that grow evenly on a logarithmic scale from the first column to the last (a diagonal linear
 * recurrence whose rates are fixed; Gu et al. 2022, S4D, learns them). Nothing is trained. Threads
 * share the sequences.
 */
public final class DecayBank {
    private final float[] keep;
    private final int width;

    /**
     * A memory.
     *
     * @param width of a row
     * @param shortest lifetime, of the first column
     * @param longest lifetime, of the last column
     */
    public DecayBank(int width, double shortest, double longest) {
        if (!(shortest > 0 && shortest <= longest)) {
            throw new IllegalArgumentException(
                    "lifetimes from %s to %s, expected rising ones above 0"
                            .formatted(shortest, longest));
        }
        this.width = width;
        this.keep = new float[Math.ceilDiv(width, Matrix.LANES) * Matrix.LANES];
        for (int column = 0; column < width; column++) {
            double part = width == 1 ? 0 : column / (width - 1.0);
            double lifetime = shortest * StrictMath.pow(longest / shortest, part);
            keep[column] = (float) StrictMath.exp(-1 / lifetime);
        }
    }

    /** Sets each row of {@code out}. */
    public void forward(Matrix in, Sequences sequences, Matrix out, Workers workers) {
        workers.forRanges(
                sequences.count(),
                1,
                (from, to) -> {
                    for (int sequence = from; sequence < to; sequence++) {
                        forward(in, out, sequences.start(sequence), sequences.end(sequence));
                    }
                });
    }

    private void forward(Matrix in, Matrix out, int from, int to) {
        System.arraycopy(in.values(), in.offset(from), out.values(), out.offset(from), in.stride());
        for (int row = from + 1; row < to; row++) {
            step(in.values(), out.values(), out.offset(row - 1), out.offset(row));
        }
    }

    private void step(float[] in, float[] out, int before, int offset) {
        for (int at = 0; at < keep.length; at++) {
            out[offset + at] = in[offset + at] + keep[at] * out[before + at];
        }
    }

    /** Turns the gradient by {@code out} into the gradient by {@code in}, in place. */
    public void backward(Matrix gradient, Sequences sequences, Workers workers) {
        workers.forRanges(
                sequences.count(),
                1,
                (from, to) -> {
                    for (int sequence = from; sequence < to; sequence++) {
                        backward(gradient, sequences.start(sequence), sequences.end(sequence));
                    }
                });
    }

    private void backward(Matrix gradient, int from, int to) {
        for (int row = to - 2; row >= from; row--) {
            back(gradient.values(), gradient.offset(row), gradient.offset(row + 1));
        }
    }

    private void back(float[] gradient, int offset, int after) {
        for (int at = 0; at < keep.length; at++) {
            gradient[offset + at] += keep[at] * gradient[after + at];
        }
    }

    /**
     * What is left of a row by how many came after it, {@code [rows, width]}: the products that the
     * recurrence makes.
     */
    private Matrix left(int rows) {
        Matrix left = Matrix.zeros(rows, width);
        Arrays.fill(left.values(), 0, width, 1);
        for (int row = 1; row < rows; row++) {
            for (int column = 0; column < width; column++) {
                left.set(row, column, left.at(row - 1, column) * keep[column]);
            }
        }
        return left;
    }

    /** What is left of rows after so many others (any shape of integers) up to a number of them. */
    public OnnxValue onnxOfLeft(OnnxGraph graph, OnnxValue ages, int most) {
        OnnxValue age = graph.node("Min", ages, graph.integer(most));
        return graph.node("Gather", graph.constant(left(most + 1)), age);
    }
}
