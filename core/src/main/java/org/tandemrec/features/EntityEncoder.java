package org.tandemrec.features;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tandemrec.data.Entities;
import org.tandemrec.data.Field;

/** Writes the users or the items as codes, each at the row of their id. */
final class EntityEncoder {
    private final Map<String, Vocabulary> vocabularies;
    private final Vocabulary ids;

    EntityEncoder(Map<String, Vocabulary> vocabularies) {
        this.vocabularies = vocabularies;
        this.ids = Vocabularies.require(vocabularies, Vocabularies.ID);
    }

    EncodedTable table(Entities entities, List<Field> fields) {
        int[] rowOfCell = CellCodes.ofStrings(entities.ids(), ids);
        List<EncodedField> encoded = new ArrayList<>();
        encoded.add(idField());
        for (Field field : fields) {
            Vocabulary vocabulary = Vocabularies.require(vocabularies, field.name());
            CellCodes cells =
                    CellCodes.of(field, FieldVocabularies.columnOf(entities, field), vocabulary);
            encoded.add(field(field, cells, rowOfCell, vocabulary.rows()));
        }
        return new EncodedTable(encoded);
    }

    private EncodedField idField() {
        int[] codes = IntStream.range(0, ids.rows()).toArray();
        return new EncodedField(Vocabularies.ID, FieldKind.ID, ids.rows(), 1, codes);
    }

    private EncodedField field(Field field, CellCodes cells, int[] rowOfCell, int vocabularyRows) {
        int[] codes = new int[ids.rows() * cells.width()];
        for (int cell = 0; cell < rowOfCell.length; cell++) {
            // A cell whose id has no row would write over the unknown one.
            if (rowOfCell[cell] != Vocabulary.UNKNOWN) {
                cells.copy(cell, codes, rowOfCell[cell] * cells.width());
            }
        }
        return new EncodedField(field.name(), kind(field), vocabularyRows, cells.width(), codes);
    }

    private static FieldKind kind(Field field) {
        return switch (field.type()) {
            case ID -> FieldKind.ID;
            case CATEGORIES -> FieldKind.CATEGORIES;
            case TEXT -> FieldKind.TEXT;
            case CATEGORY, NUMBER, TIME, VALUE -> FieldKind.CATEGORY;
        };
    }
}
