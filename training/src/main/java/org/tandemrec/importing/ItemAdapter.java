package org.tandemrec.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Entities;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.FieldKind;
import org.tandemrec.features.Vocabularies;
import org.tandemrec.features.Vocabulary;
import org.tandemrec.model.UnknownCode;

/**
 * Makes of every item what a foreign tower reads. The item's row chooses all of it: our tower has
 * one input, the id, so that texts may be cut in the foreign tower's own way.
 */
final class ItemAdapter {
    private final SideFields fields;
    private final Vocabulary ids;
    private final EncodedField id;

    private ItemAdapter(SideFields fields) {
        this.fields = fields;
        this.ids = Vocabulary.ofDistinct(fields.entities().ids().dictionary());
        this.id =
                new EncodedField(
                        Vocabularies.ID,
                        FieldKind.ID,
                        ids.rows(),
                        1,
                        IntStream.range(0, ids.rows()).toArray());
    }

    /**
     * The items of a dataset.
     *
     * @throws BadInputException where an item has no code that the tower needs
     */
    static AdaptedSide adapt(SideFields fields, Map<String, InputMapping> inputs) {
        return new ItemAdapter(fields).adapt(inputs);
    }

    private AdaptedSide adapt(Map<String, InputMapping> inputs) {
        List<AdapterInput> adapted = new ArrayList<>();
        inputs.forEach(
                (name, mapping) -> adapted.add(new AdapterInput(name, id, table(name, mapping))));
        return new AdaptedSide(
                Map.of(Vocabularies.ID, ids),
                new EncodedTable(List.of(id)),
                adapted,
                Map.of(Vocabularies.ID, new UnknownCode.Refused()));
    }

    private CodeTable table(String input, InputMapping mapping) {
        FieldCells cells = fields.cells(input, mapping);
        CodeTable table = new CodeTable(ids.rows(), mapping.width(), mapping.padding());
        table.set(Vocabulary.UNKNOWN, 0, mapping.missing().orElse(mapping.encoding().lowest()));
        Entities items = fields.entities();
        for (int cell = 0; cell < items.size(); cell++) {
            String item = items.ids().at(cell).orElseThrow();
            write(codes(input, mapping, cells, cell, item), table, ids.rowOf(item));
        }
        return table;
    }

    private static void write(long[] codes, CodeTable table, int row) {
        for (int position = 0; position < codes.length; position++) {
            table.set(row, position, codes[position]);
        }
    }

    private long[] codes(
            String input, InputMapping mapping, FieldCells cells, int cell, String item) {
        List<String> values =
                cells.at(cell).stream()
                        .flatMap(text -> mapping.reading().values(text).stream())
                        .toList();
        return switch (cells.kind()) {
            case CATEGORIES, TEXT -> several(mapping, values);
            case ID, CATEGORY -> new long[] {one(input, mapping, values, item)};
        };
    }

    private static long[] several(InputMapping mapping, List<String> values) {
        return values.stream()
                .map(mapping::codeOf)
                .flatMapToLong(OptionalLong::stream)
                .limit(mapping.codesInRow())
                .toArray();
    }

    private long one(String input, InputMapping mapping, List<String> values, String item) {
        OptionalLong code =
                values.isEmpty() ? mapping.missing() : mapping.codeOf(values.getFirst());
        return code.orElseThrow(
                () ->
                        fields.refusal(
                                input,
                                "item '%s' has %s, which has no code; give it one, or say with 'missing' what stands in its place"
                                        .formatted(item, said(mapping, values))));
    }

    private static String said(InputMapping mapping, List<String> values) {
        return values.isEmpty()
                ? "no " + mapping.field()
                : "%s '%s'".formatted(mapping.field(), values.getFirst());
    }
}
