package org.tandemrec.parts;

import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * A part that gives everybody's scores one {@link ScoreSpread} by how much they did: {@code n / (n
 * + doubt)} of it to those of {@code n} events, so that there is none for those who did nothing
 * yet. Other parts know better what strangers like.
 *
 * @param part whose scores they are
 * @param spread of the scores of those who did very much
 * @param doubt how many events make it half of that, at least 0
 */
public record LevelledPart(Part part, ScoreSpread spread, float doubt) implements Part {
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
            int events = histories.size(row);
            float share = events / (Math.max(events, 1) + doubt);
            for (int column = 0; column < width(); column++) {
                vectors.set(row, column, share * vectors.at(row, column));
            }
        }
        return vectors;
    }

    @Override
    public OnnxValue onnx(OnnxGraph graph, UserInputs inputs) {
        OnnxValue levelled = spread.onnx(graph, part.onnx(graph, inputs));
        OnnxValue some = graph.floats(graph.node("Max", inputs.count(), graph.integer(1)));
        OnnxValue share =
                graph.node(
                        "Div",
                        graph.floats(inputs.count()),
                        graph.node("Add", some, graph.number(doubt)));
        return graph.node("Mul", levelled, graph.node("Unsqueeze", share, graph.integers(1)));
    }
}
