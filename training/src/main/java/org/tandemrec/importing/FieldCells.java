package org.tandemrec.importing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.tandemrec.data.Column;
import org.tandemrec.data.Field;
import org.tandemrec.data.NumberColumn;
import org.tandemrec.data.StringColumn;
import org.tandemrec.data.StringListColumn;
import org.tandemrec.data.TimeColumn;
import org.tandemrec.features.FieldKind;
import org.tandemrec.features.Vocabularies;

/**
 * A field of the users or the items with its cells.
 *
 * @param field as the recipe has it; absent for the id
 * @param column one cell for each user or item
 */
record FieldCells(Optional<Field> field, Column column) {
    private static final double MOST_EXACT = 1L << 53;

    /** The name of the field, {@link Vocabularies#ID} for the id. */
    String name() {
        return field.map(Field::name).orElse(Vocabularies.ID);
    }

    /** How a tower reads it. */
    FieldKind kind() {
        return field.map(FieldCells::kind).orElse(FieldKind.ID);
    }

    private static FieldKind kind(Field field) {
        return switch (field.type()) {
            case ID -> FieldKind.ID;
            case CATEGORIES -> FieldKind.CATEGORIES;
            case TEXT -> FieldKind.TEXT;
            case CATEGORY, NUMBER, TIME, VALUE -> FieldKind.CATEGORY;
        };
    }

    /** The texts in a cell; none where it is missing. A number is its digits. */
    List<String> at(int cell) {
        return switch (column) {
            case StringColumn strings -> strings.at(cell).map(List::of).orElse(List.of());
            case StringListColumn lists -> lists.at(cell);
            case NumberColumn numbers -> number(numbers.at(cell)).map(List::of).orElse(List.of());
            case TimeColumn _ -> List.of();
        };
    }

    private static Optional<String> number(OptionalDouble cell) {
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        double number = cell.getAsDouble();
        return Optional.of(
                number == Math.rint(number) && Math.abs(number) < MOST_EXACT
                        ? Long.toString((long) number)
                        : Double.toString(number));
    }
}
