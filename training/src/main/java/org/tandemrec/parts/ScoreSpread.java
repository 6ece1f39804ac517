package org.tandemrec.parts;

import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.MatrixProduct;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/**
 * How far apart the scores lie that somebody's vector gives to all items, and how to bring
 * everybody's to the same: {@code u / sqrt(u' C u)} with C the covariance of the items' dimensions.
 * Parts of different models can then be weighed against each other. Immutable.
 */
public final class ScoreSpread {
    private static final float NOTHING = 1e-12f;

    private final Matrix covariance;

    private ScoreSpread(Matrix covariance) {
        this.covariance = covariance;
    }

    /**
     * The spread over some items.
     *
     * @param items a row for each item
     * @param share the standard deviation that scores are brought to
     * @param counts which items it is taken over
     */
    public static ScoreSpread of(Matrix items, float share, boolean[] counts, Workers workers) {
        Matrix centred = centred(items, counts);
        Matrix covariance = Matrix.zeros(items.columns(), items.columns());
        MatrixProduct.addTransposed(centred, centred, covariance, workers);
        float scale = 1 / (Math.max(1, count(counts)) * share * share);
        for (int row = 0; row < covariance.rows(); row++) {
            for (int column = 0; column < covariance.columns(); column++) {
                covariance.set(row, column, covariance.at(row, column) * scale);
            }
        }
        return new ScoreSpread(covariance);
    }

    /**
     * The rows that count without their mean; the others are zero.
     *
     * @param counts which rows do
     */
    public static Matrix centred(Matrix items, boolean[] counts) {
        float[] mean = new float[items.stride()];
        for (int row = 0; row < items.rows(); row++) {
            if (counts[row]) {
                Rows.addScaled(mean, 0, 1, items.values(), items.offset(row), items.stride());
            }
        }
        Matrix centred = Matrix.zeros(items.rows(), items.columns());
        float share = -1f / Math.max(1, count(counts));
        for (int row = 0; row < items.rows(); row++) {
            if (counts[row]) {
                int offset = centred.offset(row);
                Rows.addScaled(centred.values(), offset, 1, items.values(), offset, items.stride());
                Rows.addScaled(centred.values(), offset, share, mean, 0, items.stride());
            }
        }
        return centred;
    }

    private static int count(boolean[] counts) {
        int count = 0;
        for (boolean one : counts) {
            count += one ? 1 : 0;
        }
        return count;
    }

    /** Brings the vectors to the same spread, in place. */
    void level(Matrix vectors, Workers workers) {
        Matrix spread = Matrix.zeros(vectors.rows(), vectors.columns());
        MatrixProduct.add(vectors, covariance, spread, workers);
        for (int row = 0; row < vectors.rows(); row++) {
            level(vectors, row, spread);
        }
    }

    private static void level(Matrix vectors, int row, Matrix spread) {
        int offset = vectors.offset(row);
        float variance =
                Rows.dot(vectors.values(), offset, spread.values(), offset, vectors.stride());
        float length = (float) Math.sqrt(Math.max(variance, 0) + NOTHING);
        for (int at = offset; at < offset + vectors.stride(); at++) {
            vectors.values()[at] /= length;
        }
    }

    /** The vectors brought to the same spread; float [N, width]. */
    OnnxValue onnx(OnnxGraph graph, OnnxValue vectors) {
        OnnxValue spread = graph.node("MatMul", vectors, graph.constant(covariance));
        OnnxValue variance = graph.sumInPlace(graph.node("Mul", vectors, spread), 1);
        OnnxValue above = graph.node("Max", variance, graph.number(0));
        OnnxValue length = graph.node("Sqrt", graph.node("Add", above, graph.number(NOTHING)));
        return graph.node("Div", vectors, length);
    }
}
