package org.tandemrec.features;

/** How a tower reads an encoded field. */
public enum FieldKind {
    /** One row number of the users or items themselves. */
    ID,
    /** One code; 0 is unknown. */
    CATEGORY,
    /** A set of codes, padded with 0. */
    CATEGORIES,
    /** Words in their order, padded with 0 at the end. */
    TEXT
}
