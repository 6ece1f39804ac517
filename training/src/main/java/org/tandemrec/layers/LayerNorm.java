package org.tandemrec.layers;

import java.util.Arrays;
import java.util.List;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/**
 * Brings every row to mean 0 and variance 1, then scales and shifts each column (Ba, Kiros and
 * Hinton 2016): {@code out = gain * (in - mean) / sqrt(variance + 1e-5) + shift}.
 */
public final class LayerNorm {
    private static final int ROWS_PER_TASK = 256;
    private static final float EPSILON = 1e-5f;

    private final DenseParameter gain;
    private final DenseParameter shift;
    private final Matrix normed;
    private final float[] inverseDeviations;
    private final float[] ones;

    /** A layer of gain 1 and shift 0 with room for so many rows. */
    public LayerNorm(int columns, int capacity) {
        this(ones(columns), Matrix.zeros(1, columns), capacity);
    }

    private LayerNorm(Matrix gain, Matrix shift, int capacity) {
        this.gain = new DenseParameter(gain);
        this.shift = new DenseParameter(shift);
        this.normed = Matrix.zeros(capacity, gain.columns());
        this.inverseDeviations = new float[capacity];
        this.ones = ones(gain.columns()).values();
    }

    private static Matrix ones(int columns) {
        Matrix ones = Matrix.zeros(1, columns);
        Arrays.fill(ones.values(), 0, columns, 1);
        return ones;
    }

    public List<Parameter> parameters() {
        return List.of(gain, shift);
    }

    /** A layer with the same values, gradients of its own and as much room. */
    public LayerNorm sharing() {
        return new LayerNorm(gain.values(), shift.values(), normed.rows());
    }

    /** No row coming out is longer than this. */
    public double longestRow() {
        double gains = 0;
        double shifts = 0;
        for (int column = 0; column < gain.values().columns(); column++) {
            gains = Math.max(gains, Math.abs(gain.values().at(0, column)));
            shifts += Math.pow(shift.values().at(0, column), 2);
        }
        return gains * Math.sqrt(gain.values().columns()) + Math.sqrt(shifts);
    }

    /** Sets each row of {@code out}. */
    public void forward(Matrix in, Matrix out, Workers workers) {
        workers.forRanges(in.rows(), ROWS_PER_TASK, (from, to) -> forward(in, out, from, to));
    }

    private void forward(Matrix in, Matrix out, int from, int to) {
        float share = 1f / in.columns();
        for (int row = from; row < to; row++) {
            int offset = in.offset(row);
            float mean = share * Rows.dot(in.values(), offset, ones, 0, in.stride());
            shifted(in.values(), normed.values(), offset, in.columns(), mean);
            float square = Rows.dot(normed.values(), offset, normed.values(), offset, in.stride());
            float scale = 1 / (float) Math.sqrt(share * square + EPSILON);
            inverseDeviations[row] = scale;
            finish(normed.values(), out.values(), offset, in.columns(), scale);
        }
    }

    private static void shifted(float[] in, float[] out, int offset, int length, float mean) {
        for (int at = offset; at < offset + length; at++) {
            out[at] = in[at] - mean;
        }
    }

    private void finish(float[] centred, float[] out, int offset, int length, float scale) {
        float[] gains = gain.values().values();
        float[] shifts = shift.values().values();
        for (int at = 0; at < length; at++) {
            float value = centred[offset + at] * scale;
            centred[offset + at] = value;
            out[offset + at] = gains[at] * value + shifts[at];
        }
    }

    /** Adds to the gradients of gain, shift and {@code in}, of the last forward pass. */
    public void backward(Matrix outGradient, Matrix inGradient, Workers workers) {
        workers.forRanges(
                outGradient.rows(),
                ROWS_PER_TASK,
                (from, to) -> backward(outGradient, inGradient, from, to));
        int columns = outGradient.columns();
        workers.forRanges(
                columns,
                Math.ceilDiv(columns, workers.threads()),
                (from, to) -> backwardOfParameters(outGradient, from, to));
    }

    private void backward(Matrix outGradient, Matrix inGradient, int from, int to) {
        float[] scaled = new float[outGradient.stride()];
        float share = 1f / outGradient.columns();
        for (int row = from; row < to; row++) {
            int offset = outGradient.offset(row);
            times(outGradient.values(), offset, scaled, outGradient.columns());
            float mean = share * Rows.dot(scaled, 0, ones, 0, scaled.length);
            float along = share * Rows.dot(scaled, 0, normed.values(), offset, scaled.length);
            addGradient(row, scaled, mean, along, inGradient);
        }
    }

    private void times(float[] gradient, int offset, float[] scaled, int length) {
        float[] gains = gain.values().values();
        for (int at = 0; at < length; at++) {
            scaled[at] = gradient[offset + at] * gains[at];
        }
    }

    private void addGradient(int row, float[] scaled, float mean, float along, Matrix inGradient) {
        float[] target = inGradient.values();
        float[] normedRow = normed.values();
        float scale = inverseDeviations[row];
        int offset = inGradient.offset(row);
        for (int at = 0; at < inGradient.columns(); at++) {
            target[offset + at] += scale * (scaled[at] - mean - along * normedRow[offset + at]);
        }
    }

    private void backwardOfParameters(Matrix outGradient, int from, int to) {
        float[] gradient = outGradient.values();
        float[] gains = gain.gradient().values();
        float[] shifts = shift.gradient().values();
        float[] normedRow = normed.values();
        for (int row = 0; row < outGradient.rows(); row++) {
            int offset = outGradient.offset(row);
            for (int at = from; at < to; at++) {
                gains[at] += gradient[offset + at] * normedRow[offset + at];
                shifts[at] += gradient[offset + at];
            }
        }
    }

    /** The rows of {@code in}, of any rank, along its last axis. */
    public OnnxValue onnx(OnnxGraph graph, OnnxValue in) {
        return graph.normalized(in, graph.row(gain.values()), graph.row(shift.values()), EPSILON);
    }
}
