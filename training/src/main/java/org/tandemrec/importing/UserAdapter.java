package org.tandemrec.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Entities;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.FieldKind;
import org.tandemrec.features.Vocabularies;
import org.tandemrec.features.Vocabulary;
import org.tandemrec.model.UnknownCode;

/** Makes of every user, and of everyone who may ask, what a foreign tower reads. */
final class UserAdapter {
    private final SideFields fields;
    private final Map<String, UserInput> inputs = new LinkedHashMap<>();

    /**
     * The users of a dataset.
     *
     * @throws BadInputException where two inputs read the same field, or one cannot read its own
     */
    UserAdapter(SideFields fields, Map<String, InputMapping> mappings) {
        this.fields = fields;
        Map<String, String> readBy = new LinkedHashMap<>();
        mappings.forEach(
                (name, mapping) -> {
                    String other = readBy.putIfAbsent(mapping.field(), name);
                    if (other != null) {
                        throw fields.refusal(
                                name,
                                "reads %s, which '%s' reads already; expected one input a field"
                                        .formatted(mapping.field(), other));
                    }
                    inputs.put(name, new UserInput(mapping, fields.cells(name, mapping)));
                });
    }

    /** What each input reads, by the field's name. */
    Map<String, UserInput> byField() {
        Map<String, UserInput> byField = new LinkedHashMap<>();
        inputs.values().forEach(input -> byField.put(input.field(), input));
        return byField;
    }

    AdaptedSide adapt() {
        Entities users = fields.entities();
        Vocabulary ids = Vocabulary.ofDistinct(users.ids().dictionary());
        int[] rowOfCell =
                IntStream.range(0, users.size())
                        .map(cell -> ids.rowOf(users.ids().at(cell).orElseThrow()))
                        .toArray();
        Map<String, Vocabulary> vocabularies = new LinkedHashMap<>(Map.of(Vocabularies.ID, ids));
        Map<String, UnknownCode> unknowns = new LinkedHashMap<>();
        List<AdapterInput> adapted = new ArrayList<>();
        inputs.forEach(
                (name, input) -> {
                    vocabularies.put(input.field(), input.vocabulary());
                    unknowns.put(input.field(), input.unknown());
                    adapted.add(new AdapterInput(name, input.encoded(rowOfCell), input.table()));
                });
        List<EncodedField> encoded =
                adapted.stream()
                        .map(AdapterInput::ours)
                        .sorted(Comparator.comparing(field -> field.kind() != FieldKind.ID))
                        .toList();
        return new AdaptedSide(vocabularies, new EncodedTable(encoded), adapted, unknowns);
    }
}
