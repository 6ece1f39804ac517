package org.tandemrec.features;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tandemrec.data.Column;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.Entities;
import org.tandemrec.data.Field;
import org.tandemrec.data.FieldType;
import org.tandemrec.data.Interactions;
import org.tandemrec.data.NumberColumn;
import org.tandemrec.data.StringColumn;
import org.tandemrec.data.StringListColumn;
import org.tandemrec.data.TimeColumn;

/**
 * Turns a dataset into rows and codes. The same dataset gives the same vocabularies and the same
 * codes. Immutable and safe for any thread.
 */
public final class FeatureEncoder {
    private static final int LONGEST_TEXT = 24;
    private static final int MOST_CATEGORIES = 64;

    private final List<Field> userFields;
    private final List<Field> itemFields;
    private final Vocabularies vocabularies;

    private FeatureEncoder(
            List<Field> userFields, List<Field> itemFields, Vocabularies vocabularies) {
        this.userFields = userFields;
        this.itemFields = itemFields;
        this.vocabularies = vocabularies;
    }

    /** An encoder for this dataset's users and items, those without interactions among them. */
    public static FeatureEncoder fit(Dataset dataset) {
        List<Field> userFields = inputs(dataset.recipe().personFields());
        List<Field> itemFields = inputs(dataset.recipe().itemFields());
        Vocabularies vocabularies =
                new Vocabularies(
                        vocabularies(dataset.users(), userFields),
                        vocabularies(dataset.items(), itemFields));
        return new FeatureEncoder(userFields, itemFields, vocabularies);
    }

    private static List<Field> inputs(List<Field> fields) {
        return fields.stream()
                .filter(Field::input)
                .filter(field -> field.type() != FieldType.TIME)
                .toList();
    }

    private static Map<String, Vocabulary> vocabularies(Entities entities, List<Field> fields) {
        Map<String, Vocabulary> byField = new LinkedHashMap<>();
        byField.put(Vocabularies.ID, Vocabulary.ofDistinct(entities.ids().dictionary()));
        for (Field field : fields) {
            byField.put(field.name(), vocabulary(field, columnOf(entities, field)));
        }
        return byField;
    }

    private static Vocabulary vocabulary(Field field, Column column) {
        if (!field.values().isEmpty()) {
            return new Vocabulary(field.values().stream().map(value -> value.code()).toList());
        }
        return switch (column) {
            case StringColumn texts when field.type() == FieldType.TEXT -> words(texts);
            case StringColumn categories -> Vocabulary.ofDistinct(categories.dictionary());
            case StringListColumn lists -> Vocabulary.ofDistinct(elements(lists));
            case NumberColumn numbers -> NumberBuckets.of(numbers);
            case TimeColumn times ->
                    throw new IllegalArgumentException("a time is no input of a tower");
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

    private static Column columnOf(Entities entities, Field field) {
        return entities.column(field.name())
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no column for the field '" + field.name() + "'"));
    }

    public Vocabularies vocabularies() {
        return vocabularies;
    }

    /** Every user at the row of their id; row 0 is the unknown user. */
    public EncodedTable users(Entities users) {
        return table(users, userFields, vocabularies.users());
    }

    /** Every item at the row of its id; row 0 is the unknown item. */
    public EncodedTable items(Entities items) {
        return table(items, itemFields, vocabularies.items());
    }

    /** The interactions, in their order. */
    public EncodedInteractions interactions(Interactions interactions) {
        int[] users = rows(interactions.users(), vocabularies.userIds());
        int[] items = rows(interactions.items(), vocabularies.itemIds());
        float[] values = new float[interactions.size()];
        long[] times = new long[interactions.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = interactions.value(row);
            times[row] = interactions.time(row).orElse(TimeColumn.MISSING);
        }
        return new EncodedInteractions(users, items, values, times);
    }

    private static int[] rows(StringColumn ids, Vocabulary vocabulary) {
        List<String> dictionary = ids.dictionary();
        int[] rowOfCode = new int[dictionary.size()];
        for (int code = 0; code < rowOfCode.length; code++) {
            rowOfCode[code] = vocabulary.rowOf(dictionary.get(code));
        }
        int[] rows = new int[ids.size()];
        for (int cell = 0; cell < rows.length; cell++) {
            rows[cell] = rowOfCode[ids.code(cell)];
        }
        return rows;
    }

    private static EncodedTable table(
            Entities entities, List<Field> fields, Map<String, Vocabulary> vocabularies) {
        Vocabulary ids = Vocabularies.require(vocabularies, Vocabularies.ID);
        int[] rowOfCell = rows(entities.ids(), ids);
        int[] idCodes = java.util.stream.IntStream.range(0, ids.rows()).toArray();
        List<EncodedField> encoded = new ArrayList<>();
        encoded.add(new EncodedField(Vocabularies.ID, FieldKind.ID, ids.rows(), 1, idCodes));
        for (Field field : fields) {
            Vocabulary vocabulary = Vocabularies.require(vocabularies, field.name());
            int[][] cells = codes(field, columnOf(entities, field), vocabulary);
            encoded.add(spread(field, cells, rowOfCell, ids.rows(), vocabulary.rows()));
        }
        return new EncodedTable(encoded);
    }

    private static EncodedField spread(
            Field field, int[][] cells, int[] rowOfCell, int rows, int vocabularyRows) {
        int width = 1;
        for (int[] cell : cells) {
            width = Math.max(width, cell.length);
        }
        int[] codes = new int[rows * width];
        for (int cell = 0; cell < cells.length; cell++) {
            System.arraycopy(cells[cell], 0, codes, rowOfCell[cell] * width, cells[cell].length);
        }
        return new EncodedField(field.name(), kind(field), vocabularyRows, width, codes);
    }

    private static FieldKind kind(Field field) {
        return switch (field.type()) {
            case ID -> FieldKind.ID;
            case CATEGORIES -> FieldKind.CATEGORIES;
            case TEXT -> FieldKind.TEXT;
            case CATEGORY, NUMBER, TIME, VALUE -> FieldKind.CATEGORY;
        };
    }

    private static int[][] codes(Field field, Column column, Vocabulary vocabulary) {
        int[][] codes = new int[column.size()][];
        for (int cell = 0; cell < codes.length; cell++) {
            codes[cell] = codesAt(field, column, cell, vocabulary);
        }
        return codes;
    }

    private static int[] codesAt(Field field, Column column, int cell, Vocabulary vocabulary) {
        return switch (column) {
            case StringColumn texts when field.type() == FieldType.TEXT ->
                    rows(Words.of(texts.at(cell).orElse("")), vocabulary, LONGEST_TEXT);
            case StringColumn categories ->
                    new int[] {categories.at(cell).map(vocabulary::rowOf).orElse(0)};
            case StringListColumn lists -> rows(lists.at(cell), vocabulary, MOST_CATEGORIES);
            case NumberColumn numbers ->
                    new int[] {
                        numbers.at(cell).isPresent()
                                ? NumberBuckets.rowOf(numbers.at(cell).getAsDouble(), vocabulary)
                                : Vocabulary.UNKNOWN
                    };
            case TimeColumn times -> new int[] {Vocabulary.UNKNOWN};
        };
    }

    private static int[] rows(List<String> values, Vocabulary vocabulary, int most) {
        return values.stream()
                .mapToInt(vocabulary::rowOf)
                .filter(row -> row != Vocabulary.UNKNOWN)
                .limit(most)
                .toArray();
    }
}
