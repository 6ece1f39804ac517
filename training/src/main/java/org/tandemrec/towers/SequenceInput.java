package org.tandemrec.towers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.FieldKind;
import org.tandemrec.features.Gap;
import org.tandemrec.features.HistoryPart;
import org.tandemrec.features.Vocabularies;
import org.tandemrec.layers.DenseParameter;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.layers.Parameter;
import org.tandemrec.parts.UserInputs;
import org.tandemrec.vectors.Matrix;

/**
 * The first row of every event and of every person before any event. An event's is {@code sqrt
 * (width) x the item's vector}, plus a trained row each for its value, the gaps around it and the
 * period of what comes after it; a person's is a trained row, plus one for each attribute. All of
 * these but the items' start at zero.
 */
final class SequenceInput {
    private final SequenceReads reads;
    private final EventTable items;
    private final EventTable start;
    private final Optional<EventTable> levels;
    private final Optional<EventTable> before;
    private final Optional<EventTable> after;
    private final Optional<EventTable> periods;
    private final List<EventTable> attributes;

    SequenceInput(EncodedTable users, SequenceReads reads, Matrix items) {
        this(
                reads,
                new EventTable(items, (float) Math.sqrt(items.columns())),
                zeros(1, items),
                reads.levels().map(levels -> zeros(levels.count() + 1, items)),
                reads.before() ? Optional.of(zeros(Gap.CODES, items)) : Optional.empty(),
                reads.after() ? Optional.of(zeros(Gap.CODES, items)) : Optional.empty(),
                reads.calendar().map(calendar -> zeros(calendar.periods() + 1, items)),
                attributes(users).stream()
                        .map(field -> zeros(field.vocabularyRows(), items))
                        .toList());
    }

    private SequenceInput(
            SequenceReads reads,
            EventTable items,
            EventTable start,
            Optional<EventTable> levels,
            Optional<EventTable> before,
            Optional<EventTable> after,
            Optional<EventTable> periods,
            List<EventTable> attributes) {
        this.reads = reads;
        this.items = items;
        this.start = start;
        this.levels = levels;
        this.before = before;
        this.after = after;
        this.periods = periods;
        this.attributes = attributes;
    }

    private static EventTable zeros(int rows, Matrix items) {
        return new EventTable(Matrix.zeros(rows, items.columns()), 1);
    }

    /** What is read of a person: all fields but the id. */
    private static List<EncodedField> attributes(EncodedTable users) {
        return users.fields().stream().filter(field -> field.kind() != FieldKind.ID).toList();
    }

    /** An input with the same values and gradients of its own. */
    SequenceInput sharing() {
        return new SequenceInput(
                reads,
                items.sharing(),
                start.sharing(),
                levels.map(EventTable::sharing),
                before.map(EventTable::sharing),
                after.map(EventTable::sharing),
                periods.map(EventTable::sharing),
                attributes.stream().map(EventTable::sharing).toList());
    }

    DenseParameter items() {
        return items.parameter();
    }

    List<Parameter> parameters() {
        List<EventTable> tables = new ArrayList<>(List.of(items, start));
        levels.ifPresent(tables::add);
        before.ifPresent(tables::add);
        after.ifPresent(tables::add);
        periods.ifPresent(tables::add);
        tables.addAll(attributes);
        return tables.stream().<Parameter>map(EventTable::parameter).toList();
    }

    /** Sets all rows. */
    void forward(EventBatch batch, Matrix rows) {
        rows.clear();
        for (int sequence = 0; sequence < batch.sequences().count(); sequence++) {
            int first = batch.sequences().start(sequence);
            forEachOfPerson(batch, sequence, (table, code) -> table.add(code, rows, first));
            for (int row = first + 1; row < batch.sequences().end(sequence); row++) {
                int event = row;
                forEachOfEvent(batch, row, (table, code) -> table.add(code, rows, event));
            }
        }
    }

    /** Adds to the gradients of the tables. */
    void backward(EventBatch batch, Matrix gradient) {
        for (int sequence = 0; sequence < batch.sequences().count(); sequence++) {
            int first = batch.sequences().start(sequence);
            forEachOfPerson(
                    batch, sequence, (table, code) -> table.addGradient(code, gradient, first));
            for (int row = first + 1; row < batch.sequences().end(sequence); row++) {
                int event = row;
                forEachOfEvent(
                        batch, row, (table, code) -> table.addGradient(code, gradient, event));
            }
        }
    }

    private void forEachOfEvent(EventBatch batch, int row, Use use) {
        use.of(items, batch.item(row));
        levels.ifPresent(table -> use.of(table, batch.level(row)));
        before.ifPresent(table -> use.of(table, batch.before(row)));
        after.ifPresent(table -> use.of(table, batch.after(row)));
        periods.ifPresent(table -> use.of(table, period(batch.moment(row))));
    }

    private int period(long moment) {
        return reads.calendar().orElseThrow().code(moment);
    }

    private void forEachOfPerson(EventBatch batch, int sequence, Use use) {
        use.of(start, 0);
        List<EncodedField> fields = attributes(batch.people());
        for (int at = 0; at < fields.size(); at++) {
            int person = batch.hides(sequence, at) ? 0 : batch.user(sequence);
            forEachCode(fields.get(at), person, attributes.get(at), use);
        }
    }

    private static void forEachCode(EncodedField field, int person, EventTable table, Use use) {
        for (int place = 0; place < field.width(); place++) {
            int code = field.codes()[person * field.width() + place];
            if (field.kind() == FieldKind.CATEGORY || code != 0) {
                use.of(table, code);
            }
        }
    }

    /** The rows of the newest events, {@code [N, L, width]}. */
    OnnxValue onnxOfEvents(OnnxGraph graph, UserInputs inputs, int longest) {
        OnnxValue sum = items.onnx(graph, newest(graph, inputs, HistoryPart.ROWS, longest));
        if (levels.isPresent()) {
            OnnxValue values = newest(graph, inputs, HistoryPart.VALUES, longest);
            OnnxValue codes = reads.levels().orElseThrow().onnx(graph, values);
            sum = graph.node("Add", sum, levels.get().onnx(graph, codes));
        }
        if (before.isPresent()) {
            OnnxValue codes = newest(graph, inputs, HistoryPart.BEFORE, longest);
            sum = graph.node("Add", sum, before.get().onnx(graph, codes));
        }
        if (after.isPresent()) {
            OnnxValue codes = newest(graph, inputs, HistoryPart.AFTER, longest);
            sum = graph.node("Add", sum, after.get().onnx(graph, codes));
        }
        if (periods.isPresent()) {
            OnnxValue moments = newest(graph, inputs, HistoryPart.MOMENTS, longest);
            OnnxValue codes = reads.calendar().orElseThrow().onnx(graph, moments);
            sum = graph.node("Add", sum, periods.get().onnx(graph, codes));
        }
        return sum;
    }

    /** The last columns of an input. */
    static OnnxValue newest(OnnxGraph graph, UserInputs inputs, HistoryPart part, int longest) {
        return graph.slice(inputs.events(part), 1, -longest, Integer.MAX_VALUE);
    }

    /** The rows of the people before any event, {@code [N, width]}. */
    OnnxValue onnxOfPeople(OnnxGraph graph, UserInputs inputs, EncodedTable people) {
        OnnxValue id = inputs.code(Vocabularies.ID);
        OnnxValue sum = start.onnx(graph, graph.node("Sub", id, id));
        List<EncodedField> fields = attributes(people);
        for (int at = 0; at < fields.size(); at++) {
            OnnxValue codes = inputs.code(fields.get(at).name());
            OnnxValue rows = attributes.get(at).onnx(graph, codes);
            boolean single = fields.get(at).kind() == FieldKind.CATEGORY;
            sum = graph.node("Add", sum, single ? rows : graph.sum(rows, 1));
        }
        return sum;
    }

    /** What is done with a row of a table. */
    private interface Use {
        void of(EventTable table, int code);
    }
}
