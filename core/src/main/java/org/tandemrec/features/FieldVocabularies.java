package org.tandemrec.features;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.CategoryValue;
import org.tandemrec.data.Column;
import org.tandemrec.data.Entities;
import org.tandemrec.data.Field;
import org.tandemrec.data.FieldType;
import org.tandemrec.data.NumberColumn;
import org.tandemrec.data.StringColumn;
import org.tandemrec.data.StringListColumn;
import org.tandemrec.data.TimeColumn;

/** Finds the vocabulary of each field of the users or the items. */
final class FieldVocabularies {
    private FieldVocabularies() {}

    /** By field name, in the fields' order, the ids first. */
    static Map<String, Vocabulary> of(Entities entities, List<Field> fields) {
        Map<String, Vocabulary> byField = new LinkedHashMap<>();
        byField.put(Vocabularies.ID, Vocabulary.ofDistinct(entities.ids().dictionary()));
        for (Field field : fields) {
            requireOwnName(field);
            byField.put(field.name(), vocabulary(field, columnOf(entities, field)));
        }
        return byField;
    }

    private static void requireOwnName(Field field) {
        if (field.name().equals(Vocabularies.ID)) {
            throw new BadInputException(
                    "field 'id' is of type %s, expected type id; give the field another name"
                            .formatted(field.type().word()));
        }
    }

    private static Vocabulary vocabulary(Field field, Column column) {
        if (!field.values().isEmpty()) {
            return new Vocabulary(field.values().stream().map(CategoryValue::code).toList());
        }
        return switch (column) {
            case StringColumn texts when field.type() == FieldType.TEXT -> words(texts);
            case StringColumn categories -> Vocabulary.ofDistinct(categories.dictionary());
            case StringListColumn lists -> Vocabulary.ofDistinct(elements(lists));
            case NumberColumn numbers -> NumberBuckets.fit(numbers);
            case TimeColumn _ ->
                    throw new IllegalArgumentException(
                            "field '%s' is a time, expected an input of a tower"
                                    .formatted(field.name()));
        };
    }

    private static Vocabulary words(StringColumn texts) {
        Set<String> words = new HashSet<>();
        texts.dictionary().forEach(text -> words.addAll(Words.of(text)));
        return Vocabulary.ofDistinct(words);
    }

    private static Set<String> elements(StringListColumn lists) {
        Set<String> elements = new HashSet<>();
        for (int cell = 0; cell < lists.size(); cell++) {
            elements.addAll(lists.at(cell));
        }
        return elements;
    }

    static Column columnOf(Entities entities, Field field) {
        return entities.column(field.name())
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no column for the field '%s'".formatted(field.name())));
    }
}
