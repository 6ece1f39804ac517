package org.tandemrec.features;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One vocabulary for each field that the towers read.
 *
 * @param users by field name, in the recipe's order; the ids under {@link #ID}
 * @param items the same for items
 */
public record Vocabularies(Map<String, Vocabulary> users, Map<String, Vocabulary> items) {
    /** The name under which the ids stand, whatever the recipe calls their column. */
    public static final String ID = "id";

    public Vocabularies {
        users = Collections.unmodifiableMap(new LinkedHashMap<>(users));
        items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
        if (!users.containsKey(ID) || !items.containsKey(ID)) {
            throw new IllegalArgumentException("vocabularies of the ids are missing");
        }
    }

    /** Every user; a user's row in the encoded table is the row here. */
    public Vocabulary userIds() {
        return require(users, ID);
    }

    /** Every item; an item's row in the encoded table is the row here. */
    public Vocabulary itemIds() {
        return require(items, ID);
    }

    /** The vocabulary of a user's field. */
    public Vocabulary user(String field) {
        return require(users, field);
    }

    /** The vocabulary of an item's field. */
    public Vocabulary item(String field) {
        return require(items, field);
    }

    static Vocabulary require(Map<String, Vocabulary> side, String field) {
        Vocabulary vocabulary = side.get(field);
        if (vocabulary == null) {
            throw new IllegalArgumentException("no vocabulary for the field '" + field + "'");
        }
        return vocabulary;
    }
}
