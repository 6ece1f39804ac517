package org.tandemrec.model;

import org.tandemrec.features.FieldKind;

/**
 * One input of a tower: an int64 tensor of shape [N] for an id or a category, [N, width] otherwise.
 *
 * @param field the recipe's name of the field, also the tensor's name
 * @param kind how the tower reads it
 * @param width codes a row
 * @param rows codes are from 0 to {@code rows - 1}
 */
public record TowerInput(String field, FieldKind kind, int width, int rows) {}
