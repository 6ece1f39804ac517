package org.tandemrec.data;

import java.util.List;
import java.util.Optional;

/**
 * One column of a source and what it means.
 *
 * @param name the field's name, also the name of its option and of its tower input
 * @param type what it means
 * @param column the column it is read from
 * @param pattern a regular expression whose first group is the value, where the cell holds more
 * @param cells how several values lie in the file; present exactly for {@link FieldType#CATEGORIES}
 * @param values the allowed values of a category; empty where any value is allowed
 * @param shortName the letter of its option on the command line
 * @param option the long name of its option where that is not the field's own name: {@code genre}
 *     for the field {@code genres}
 * @param input whether the towers read it; a field that is not an input still filters and shows
 */
public record Field(
        String name,
        FieldType type,
        String column,
        Optional<String> pattern,
        Optional<CellLayout> cells,
        List<CategoryValue> values,
        Optional<String> shortName,
        Optional<String> option,
        boolean input) {
    public Field {
        values = List.copyOf(values);
        if (cells.isPresent() != (type == FieldType.CATEGORIES)) {
            throw new BadInputException(
                    "field '%s': a separator, flags or another file belong to type categories, type is %s"
                            .formatted(name, type.word()));
        }
    }

    /** The long name of its option on the command line, without dashes. */
    public String optionName() {
        return option.orElse(name);
    }
}
