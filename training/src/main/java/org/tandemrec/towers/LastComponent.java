package org.tandemrec.towers;

import java.util.Arrays;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.vectors.Matrix;

/** The last component of an encoder's vectors, which is always 1: the items' biases meet it. */
final class LastComponent {
    private LastComponent() {}

    /** Sets that of every row, to 1 on the way forward and to 0 in a gradient. */
    static void fill(Matrix vectors, float value) {
        for (int row = 0; row < vectors.rows(); row++) {
            vectors.set(row, vectors.columns() - 1, value);
        }
    }

    /**
     * The same vectors, {@code [N, width]}, with 1 at the end.
     *
     * @param width how many components they have
     */
    static OnnxValue onnx(OnnxGraph graph, OnnxValue vectors, int width) {
        float[] kept = new float[width];
        float[] bias = new float[width];
        Arrays.fill(kept, 0, width - 1, 1);
        bias[width - 1] = 1;
        OnnxValue without = graph.node("Mul", vectors, graph.constant(kept, width));
        return graph.node("Add", without, graph.constant(bias, width));
    }
}
