package org.tandemrec.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Column;
import org.tandemrec.data.Entities;
import org.tandemrec.data.Field;
import org.tandemrec.data.FieldType;
import org.tandemrec.data.Suggestion;
import org.tandemrec.features.Vocabularies;

/**
 * The fields that a mapping may name for one tower.
 *
 * @param side {@code user} or {@code item}
 * @param entities the users or the items
 * @param fields of the recipe, without the id
 */
record SideFields(String side, Entities entities, List<Field> fields) {
    SideFields {
        fields = fields.stream().filter(field -> field.type() != FieldType.TIME).toList();
    }

    /**
     * The cells that an input reads.
     *
     * @param input the input's name, for messages
     * @throws BadInputException where the recipe has no such field, or one that the input cannot
     *     read as the mapping says
     */
    FieldCells cells(String input, InputMapping mapping) {
        Optional<Field> field = field(input, mapping);
        requireReading(input, mapping, field.map(Field::type).orElse(FieldType.ID));
        return new FieldCells(field, field.map(this::column).orElse(entities.ids()));
    }

    private Optional<Field> field(String input, InputMapping mapping) {
        if (mapping.field().equals(Vocabularies.ID)) {
            return Optional.empty();
        }
        return Optional.of(
                fields.stream()
                        .filter(field -> field.name().equals(mapping.field()))
                        .findFirst()
                        .orElseThrow(() -> unknown(input, mapping.field())));
    }

    private Column column(Field field) {
        return entities.column(field.name()).orElseThrow();
    }

    private BadInputException unknown(String input, String field) {
        List<String> names = new ArrayList<>(List.of(Vocabularies.ID));
        fields.forEach(known -> names.add(known.name()));
        return refusal(
                input,
                "the recipe's %ss have no field '%s', expected one of %s%s"
                        .formatted(
                                side,
                                field,
                                String.join(", ", names),
                                Suggestion.hint(field, names)));
    }

    private void requireReading(String input, InputMapping mapping, FieldType type) {
        boolean several = type == FieldType.CATEGORIES || type == FieldType.TEXT;
        if (several && mapping.width().isEmpty()) {
            throw refusal(
                    input,
                    "%s has several values a %s, expected a 'width'"
                            .formatted(mapping.field(), side));
        }
        if (mapping.reading().words().isPresent() != (type == FieldType.TEXT)) {
            throw refusal(
                    input,
                    type == FieldType.TEXT
                            ? "%s is a text, expected 'words' to say how it is cut"
                                    .formatted(mapping.field())
                            : "%s is of type %s, 'words' belongs to a text"
                                    .formatted(mapping.field(), type.word()));
        }
        if (mapping.askedByCode() && (side.equals("item") || type != FieldType.CATEGORY)) {
            throw refusal(
                    input,
                    "'asked-by' belongs to a category of users, %s is of type %s of the %ss"
                            .formatted(mapping.field(), type.word(), side));
        }
    }

    /** A refusal of what the mapping says of an input. */
    BadInputException refusal(String input, String problem) {
        return new BadInputException("mapping: %s.inputs.%s: %s".formatted(side, input, problem));
    }
}
