package org.tandemrec.index;

import java.util.Map;

/**
 * An item as an index keeps it.
 *
 * @param id 1 to 1,024 characters, any but unpaired surrogates
 * @param vector finite components
 * @param fields what filters can ask for, by name
 */
public record IndexedItem(String id, DenseVector vector, Map<String, FieldValue> fields) {
    /** Refuses, with an {@link IndexException}, what no index could give back. */
    public IndexedItem {
        Texts.check("item id", id);
        fields = Map.copyOf(fields);
        fields.keySet().forEach(name -> Texts.check("field name", name));
        checkFinite(id, vector);
    }

    private static void checkFinite(String id, DenseVector vector) {
        vector.firstNonFinite()
                .ifPresent(
                        component -> {
                            throw new IndexException(
                                    IndexException.Kind.INVALID,
                                    "item '%s': component %d of its vector is %s, expected a finite number"
                                            .formatted(id, component, vector.at(component)));
                        });
    }
}
