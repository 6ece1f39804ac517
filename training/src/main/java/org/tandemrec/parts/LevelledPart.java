package org.tandemrec.parts;

import java.util.Arrays;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * A part that gives everybody's scores the same {@link ScoreSpread}, and none to those who did
 * nothing yet: other parts know better what strangers like.
 */
public record LevelledPart(Part part, ScoreSpread spread) implements Part {
    @Override
    public int width() {
        return part.width();
    }

    @Override
    public Matrix items() {
        return part.items();
    }

    @Override
    public Matrix users(EncodedTable users, EncodedHistories histories, Workers workers) {
        Matrix vectors = part.users(users, histories, workers);
        spread.level(vectors, workers);
        for (int row = 0; row < vectors.rows(); row++) {
            if (histories.size(row) == 0) {
                int offset = vectors.offset(row);
                Arrays.fill(vectors.values(), offset, offset + vectors.stride(), 0);
            }
        }
        return vectors;
    }

    @Override
    public OnnxValue onnx(OnnxGraph graph, UserInputs inputs) {
        OnnxValue levelled = spread.onnx(graph, part.onnx(graph, inputs));
        OnnxValue any = graph.floats(graph.node("Min", inputs.count(), graph.integer(1)));
        return graph.node("Mul", levelled, graph.node("Unsqueeze", any, graph.integers(1)));
    }
}
