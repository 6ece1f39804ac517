package org.tandemrec.parts;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.HistoryPart;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;

/**
 * What a user tower's graph reads: its inputs, and what several parts make of them.
 *
 * @param codes the fields by name: int64 [N], or [N, width] where there are several codes
 * @param events what is read of each event, [N, L], the newest last, zeros in front
 * @param met 1 for each event, 0 for the padding: int64 [N, L]
 * @param ages how many events came after each one: int64 [L]
 * @param count how many events there are: int64 [N]
 */
public record UserInputs(
        Map<String, OnnxValue> codes,
        Map<HistoryPart, OnnxValue> events,
        OnnxValue met,
        OnnxValue ages,
        OnnxValue count) {
    public UserInputs {
        codes = Map.copyOf(codes);
        events = Map.copyOf(events);
    }

    /** Declares the inputs of a graph, of the histories some parts. */
    public static UserInputs declare(OnnxGraph graph, EncodedTable users, Set<HistoryPart> reads) {
        Map<String, OnnxValue> codes = new LinkedHashMap<>();
        for (EncodedField field : users.fields()) {
            codes.put(field.name(), input(graph, field));
        }
        Map<HistoryPart, OnnxValue> events = new EnumMap<>(HistoryPart.class);
        for (HistoryPart part : HistoryPart.values()) {
            if (reads.contains(part)) {
                events.put(part, input(graph, part));
            }
        }
        OnnxValue history = Objects.requireNonNull(events.get(HistoryPart.ROWS));
        OnnxValue columns = graph.node("Gather", graph.node("Shape", history), graph.integer(1));
        OnnxValue last = graph.node("Sub", columns, graph.integer(1));
        OnnxValue ages = graph.node("Range", last, graph.integer(-1), graph.integer(-1));
        OnnxValue met = graph.node("Min", history, graph.integer(1));
        return new UserInputs(codes, events, met, ages, graph.sum(met, 1));
    }

    private static OnnxValue input(OnnxGraph graph, HistoryPart part) {
        return switch (part) {
            case ROWS, BEFORE, AFTER, AGES, MOMENTS -> graph.inputOfEvents(part.tensor());
            case VALUES -> graph.inputOfValues(part.tensor());
        };
    }

    /** The rows of the items met: int64 [N, L]. */
    public OnnxValue history() {
        return events(HistoryPart.ROWS);
    }

    /** The values of the events: float [N, L]. */
    OnnxValue values() {
        return events(HistoryPart.VALUES);
    }

    /** A part of the events that was declared. */
    public OnnxValue events(HistoryPart part) {
        OnnxValue found = events.get(part);
        if (found == null) {
            throw new IllegalArgumentException("no input of the tower: " + part.tensor());
        }
        return found;
    }

    private static OnnxValue input(OnnxGraph graph, EncodedField field) {
        return switch (field.kind()) {
            case ID, CATEGORY -> graph.inputOfCodes(field.name());
            case CATEGORIES, TEXT -> graph.inputOfCodes(field.name(), field.width());
        };
    }

    /** The code of a field, or its codes. */
    public OnnxValue code(String field) {
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
