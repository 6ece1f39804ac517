package org.tandemrec.data;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

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
 * @param missing cells that say that nothing is known: {@code (no genres listed)}; an empty cell
 *     always says so
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
        boolean input,
        List<String> missing) {
    public Field {
        values = List.copyOf(values);
        missing = List.copyOf(missing);
        if (cells.isPresent() != (type == FieldType.CATEGORIES)) {
            throw new BadInputException(
                    "field '%s': a separator, flags or another file belong to type categories, type is %s"
                            .formatted(name, type.word()));
        }
        pattern.ifPresent(Field::requireGroup);
    }

    private static void requireGroup(String pattern) {
        try {
            if (Pattern.compile(pattern).matcher("").groupCount() > 0) {
                return;
            }
        } catch (PatternSyntaxException malformed) {
            throw new BadInputException(
                    "pattern '%s' is no regular expression: %s"
                            .formatted(pattern, malformed.getDescription()),
                    malformed);
        }
        throw new BadInputException(
                "pattern '%s' has no group, expected one around the value such as '(\\d+)'"
                        .formatted(pattern));
    }

    /** The columns of its own source that it is read from. */
    public List<String> readColumns() {
        return cells.map(this::columnsOf).orElse(List.of(column));
    }

    private List<String> columnsOf(CellLayout layout) {
        return switch (layout) {
            case CellLayout.Separated separated -> List.of(column);
            case CellLayout.Flags flags -> flags.columns();
            case CellLayout.OtherFile otherFile -> List.of();
        };
    }

    /** The long name of its option on the command line, without dashes. */
    public String optionName() {
        return option.orElse(name);
    }
}
