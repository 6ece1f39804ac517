package org.tandemrec.towers;

import java.util.Set;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.HistoryPart;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.layers.ValueBasis;
import org.tandemrec.parts.UserInputs;
import org.tandemrec.vectors.Matrix;

/**
 * The inputs of a tower that reads valued histories, and what its vectors share.
 *
 * @param inputs as they were declared
 * @param levels the nearest level of each value: int64 [N, L]
 * @param met 1 for an event, 0 for the padding: float [N, L]
 * @param count of events: float [N, 1]
 * @param folds which fold each place is in: float [L, folds]
 */
record HistoryGraph(
        UserInputs inputs, OnnxValue levels, OnnxValue met, OnnxValue count, OnnxValue folds) {
    static HistoryGraph declare(
            OnnxGraph graph, EncodedTable table, Set<HistoryPart> reads, ValueBasis basis) {
        UserInputs inputs = UserInputs.declare(graph, table, reads);
        OnnxValue met = graph.floats(inputs.met());
        return new HistoryGraph(
                inputs,
                levels(graph, inputs.events(HistoryPart.VALUES), basis),
                met,
                graph.sumInPlace(met, 1),
                folds(graph, inputs.ages()));
    }

    /** One more for each level whose lower bound the value lies above. */
    private static OnnxValue levels(OnnxGraph graph, OnnxValue values, ValueBasis basis) {
        OnnxValue level = graph.node("Mul", values, graph.number(0));
        for (float bound : basis.bounds()) {
            OnnxValue above = graph.floats(graph.node("Greater", values, graph.number(bound)));
            level = graph.node("Add", level, above);
        }
        return graph.integers(level);
    }

    private static OnnxValue folds(OnnxGraph graph, OnnxValue ages) {
        OnnxValue fold = graph.node("Mod", ages, graph.integer(HiddenNumbers.FOLDS));
        Matrix identity = Matrix.zeros(HiddenNumbers.FOLDS, HiddenNumbers.FOLDS);
        for (int at = 0; at < HiddenNumbers.FOLDS; at++) {
            identity.set(at, at, 1);
        }
        return graph.node("Gather", graph.constant(identity), fold);
    }

    OnnxValue history() {
        return inputs.history();
    }

    OnnxValue values() {
        return inputs.events(HistoryPart.VALUES);
    }

    OnnxValue code(String field) {
        return inputs.code(field);
    }
}
