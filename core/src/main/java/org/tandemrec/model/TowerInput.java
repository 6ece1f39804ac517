package org.tandemrec.model;

import org.tandemrec.features.FieldKind;

/**
 * One input of a tower: an int64 tensor of shape [N] for an id or a category, [N, width] otherwise.
 *
 * @param field the recipe's name of the field, also the tensor's name
 * @param kind how the tower reads it
 * @param width codes a row
 * @param rows codes are from 0 to {@code rows - 1}
 * @param unknown what the tower makes of code 0
 */
public record TowerInput(String field, FieldKind kind, int width, int rows, UnknownCode unknown) {
    public TowerInput {
        if (width < 1 || rows < 1) {
            throw new IllegalArgumentException(
                    "input '%s' has %d codes a row of %d, expected at least 1 of 1"
                            .formatted(field, width, rows));
        }
    }

    /** Whether code 0 gives no vector. */
    boolean refusesUnknown() {
        return unknown instanceof UnknownCode.Refused;
    }
}
