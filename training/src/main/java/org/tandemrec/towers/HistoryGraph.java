package org.tandemrec.towers;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.HistoryPart;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.layers.ValueBasis;
import org.tandemrec.vectors.Matrix;

/**
 * The inputs of a tower that reads valued histories, and what its vectors share.
 *
 * @param codes the fields by name
 * @param history the rows of the others: int64 [N, L], the newest last, 0 in front
 * @param values of the events: float [N, L]
 * @param levels the nearest level of each value: int64 [N, L]
 * @param met 1 for an event, 0 for the padding: float [N, L]
 * @param count of events: float [N, 1]
 * @param folds which fold each place is in: float [L, folds]
 */
record HistoryGraph(
        Map<String, OnnxValue> codes,
        OnnxValue history,
        OnnxValue values,
        OnnxValue levels,
        OnnxValue met,
        OnnxValue count,
        OnnxValue folds) {
    static HistoryGraph declare(OnnxGraph graph, EncodedTable table, ValueBasis basis) {
        Map<String, OnnxValue> codes = new LinkedHashMap<>();
        for (EncodedField field : table.fields()) {
            codes.put(field.name(), input(graph, field));
        }
        OnnxValue history = graph.inputOfEvents(HistoryPart.ROWS.tensor());
        OnnxValue values = graph.inputOfValues(HistoryPart.VALUES.tensor());
        OnnxValue met = graph.floats(graph.node("Min", history, graph.integer(1)));
        return new HistoryGraph(
                codes,
                history,
                values,
                levels(graph, values, basis),
                met,
                graph.sumInPlace(met, 1),
                folds(graph, history));
    }

    private static OnnxValue input(OnnxGraph graph, EncodedField field) {
        return switch (field.kind()) {
            case ID, CATEGORY -> graph.inputOfCodes(field.name());
            case CATEGORIES, TEXT -> graph.inputOfCodes(field.name(), field.width());
        };
    }

    /** One more for each level whose lower bound the value lies above. */
    private static OnnxValue levels(OnnxGraph graph, OnnxValue values, ValueBasis basis) {
        OnnxValue level =
                graph.node(
                        "Mul",
                        graph.floats(graph.node("Greater", values, values)),
                        graph.number(0));
        for (float bound : basis.bounds()) {
            OnnxValue above = graph.floats(graph.node("Greater", values, graph.number(bound)));
            level = graph.node("Add", level, above);
        }
        return graph.integersOf(level);
    }

    private static OnnxValue folds(OnnxGraph graph, OnnxValue history) {
        OnnxValue columns = graph.node("Gather", graph.node("Shape", history), graph.integer(1));
        OnnxValue last = graph.node("Sub", columns, graph.integer(1));
        OnnxValue ages = graph.node("Range", last, graph.integer(-1), graph.integer(-1));
        OnnxValue fold = graph.node("Mod", ages, graph.integer(HistoryVectors.FOLDS));
        Matrix identity = Matrix.zeros(HistoryVectors.FOLDS, HistoryVectors.FOLDS);
        for (int at = 0; at < HistoryVectors.FOLDS; at++) {
            identity.set(at, at, 1);
        }
        return graph.node("Gather", graph.constant(identity), fold);
    }

    OnnxValue code(String field) {
        OnnxValue code = codes.get(field);
        if (code == null) {
            throw new IllegalArgumentException("no input of the tower: " + field);
        }
        return code;
    }
}
