package org.tandemrec.parts;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.HistoryPart;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;

/**
 * What a user tower's graph reads: its inputs, and what several parts make of them.
 *
 * @param codes the fields by name: int64 [N], or [N, width] where there are several codes
 * @param history the rows of the items met: int64 [N, L], the newest last, 0 in front
 * @param met 1 for each event, 0 for the padding: int64 [N, L]
 * @param values of the events: float [N, L]
 * @param ages how many events came after each one: int64 [L]
 * @param count how many events there are: int64 [N]
 */
public record UserInputs(
        Map<String, OnnxValue> codes,
        OnnxValue history,
        OnnxValue met,
        OnnxValue values,
        OnnxValue ages,
        OnnxValue count) {
    public UserInputs {
        codes = Map.copyOf(codes);
    }

    /** Declares the inputs of a graph. */
    public static UserInputs declare(OnnxGraph graph, EncodedTable users) {
        Map<String, OnnxValue> codes = new LinkedHashMap<>();
        for (EncodedField field : users.fields()) {
            codes.put(field.name(), input(graph, field));
        }
        OnnxValue history = graph.inputOfEvents(HistoryPart.ROWS.tensor());
        OnnxValue columns = graph.node("Gather", graph.node("Shape", history), graph.integer(1));
        OnnxValue last = graph.node("Sub", columns, graph.integer(1));
        OnnxValue ages = graph.node("Range", last, graph.integer(-1), graph.integer(-1));
        OnnxValue met = graph.node("Min", history, graph.integer(1));
        OnnxValue values = graph.inputOfValues(HistoryPart.VALUES.tensor());
        return new UserInputs(codes, history, met, values, ages, graph.sum(met, 1));
    }

    private static OnnxValue input(OnnxGraph graph, EncodedField field) {
        return switch (field.kind()) {
            case ID, CATEGORY -> graph.inputOfCodes(field.name());
            case CATEGORIES, TEXT -> graph.inputOfCodes(field.name(), field.width());
        };
    }

    /** The code of a field. */
    OnnxValue code(String field) {
        OnnxValue code = codes.get(field);
        if (code == null) {
            throw new IllegalArgumentException("no input of the tower: " + field);
        }
        return code;
    }

    /** Values of a table by numbers that may lie beyond its end, where its last value stands. */
    static OnnxValue look(OnnxGraph graph, float[] table, OnnxValue numbers) {
        OnnxValue last = graph.integer(table.length - 1L);
        OnnxValue place = graph.node("Min", numbers, last);
        return graph.node("Gather", graph.constant(table, table.length), place);
    }
}
