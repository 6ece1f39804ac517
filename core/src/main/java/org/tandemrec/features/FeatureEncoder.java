package org.tandemrec.features;

import java.util.List;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.Entities;
import org.tandemrec.data.Field;
import org.tandemrec.data.FieldType;
import org.tandemrec.data.Interactions;
import org.tandemrec.data.TimeColumn;

/**
 * Turns a dataset into rows and codes. The same dataset gives the same vocabularies and the same
 * codes, whatever the order of its users and items. Immutable and safe for any thread.
 */
public final class FeatureEncoder {
    private final List<Field> userFields;
    private final List<Field> itemFields;
    private final Vocabularies vocabularies;

    private FeatureEncoder(
            List<Field> userFields, List<Field> itemFields, Vocabularies vocabularies) {
        this.userFields = userFields;
        this.itemFields = itemFields;
        this.vocabularies = vocabularies;
    }

    /**
     * An encoder for this dataset's users and items, those without interactions among them.
     *
     * @throws org.tandemrec.data.BadInputException where a field has the name that stands for the
     *     id
     */
    public static FeatureEncoder fit(Dataset dataset) {
        List<Field> userFields = inputs(dataset.recipe().personFields());
        List<Field> itemFields = inputs(dataset.recipe().itemFields());
        Vocabularies vocabularies =
                new Vocabularies(
                        FieldVocabularies.of(dataset.users(), userFields),
                        FieldVocabularies.of(dataset.items(), itemFields));
        return new FeatureEncoder(userFields, itemFields, vocabularies);
    }

    /** The fields that a tower can read: a moment in time is none. */
    private static List<Field> inputs(List<Field> fields) {
        return fields.stream()
                .filter(Field::input)
                .filter(field -> field.type() != FieldType.TIME)
                .toList();
    }

    public Vocabularies vocabularies() {
        return vocabularies;
    }

    /** Every user at the row of their id; row 0 is the unknown user. */
    public EncodedTable users(Entities users) {
        return new EntityEncoder(vocabularies.users()).table(users, userFields);
    }

    /** Every item at the row of its id; row 0 is the unknown item. */
    public EncodedTable items(Entities items) {
        return new EntityEncoder(vocabularies.items()).table(items, itemFields);
    }

    /** The interactions, in their order; a user or item of no row is row 0, the unknown one. */
    public EncodedInteractions interactions(Interactions interactions) {
        return encode(interactions, vocabularies);
    }

    /** Interactions by vocabularies made elsewhere; a user or item of no row is row 0. */
    public static EncodedInteractions encode(Interactions interactions, Vocabularies vocabularies) {
        int[] users = CellCodes.ofStrings(interactions.users(), vocabularies.userIds());
        int[] items = CellCodes.ofStrings(interactions.items(), vocabularies.itemIds());
        float[] values = new float[interactions.size()];
        long[] times = new long[interactions.size()];
        for (int row = 0; row < values.length; row++) {
            values[row] = interactions.value(row);
            times[row] = interactions.time(row).orElse(TimeColumn.MISSING);
        }
        return new EncodedInteractions(users, items, values, times);
    }
}
