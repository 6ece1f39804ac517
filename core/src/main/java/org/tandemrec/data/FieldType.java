package org.tandemrec.data;

import java.util.Locale;

/** What a column of a source means. */
public enum FieldType {
    /** Names a user or an item. */
    ID,
    /** One of a closed or open set of values: gender, occupation, brand. */
    CATEGORY,
    /** Any number of values of a set: genres, tags. */
    CATEGORIES,
    /** Words: a title, a description. */
    TEXT,
    /** A quantity: a year, a price. */
    NUMBER,
    /** A moment, in seconds since 1970. */
    TIME,
    /** How much a user liked an item: stars, a count, 1 for a click. */
    VALUE;

    /** The word that recipes use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
