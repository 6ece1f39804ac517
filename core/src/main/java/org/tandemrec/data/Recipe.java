package org.tandemrec.data;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Says where users, items and interactions lie and what each column is. The towers, the options of
 * the command line and the filters of a query are all assembled from it.
 *
 * @param name the short name: {@code ml-1m}
 * @param title as a person says it
 * @param licence one line on what may be done with the data
 * @param recognisedBy files whose presence means that data is of this recipe
 * @param users the users' attributes; absent where all that is known of users is their interactions
 * @param items the items
 * @param interactions who did what with which item
 * @param scale the values an interaction may have; absent where they are found in the data
 */
public record Recipe(
        String name,
        String title,
        Optional<String> licence,
        List<String> recognisedBy,
        Optional<Source> users,
        Source items,
        Source interactions,
        Optional<ValueScale> scale) {
    public Recipe {
        recognisedBy = List.copyOf(recognisedBy);
        Set<FieldType> attributes = EnumSet.complementOf(EnumSet.of(FieldType.VALUE));
        users.ifPresent(source -> requireTypes(source, "users", attributes));
        requireTypes(items, "items", attributes);
        requireTypes(
                interactions,
                "interactions",
                EnumSet.of(FieldType.ID, FieldType.TIME, FieldType.VALUE));
        users.ifPresent(source -> requireId(source, "users"));
        requireId(items, "items");
        for (String end : List.of("user", "item")) {
            if (interactions.field(end).filter(f -> f.type() == FieldType.ID).isEmpty()) {
                throw new BadInputException(
                        "recipe '%s': interactions have no field '%s' of type id"
                                .formatted(name, end));
            }
        }
    }

    private static void requireTypes(Source source, String role, Set<FieldType> allowed) {
        for (Field field : source.fields()) {
            if (!allowed.contains(field.type())) {
                throw new BadInputException(
                        "%s have a field '%s' of type %s, expected one of %s"
                                .formatted(
                                        role,
                                        field.name(),
                                        field.type().word(),
                                        allowed.stream()
                                                .map(FieldType::word)
                                                .collect(Collectors.joining(", "))));
            }
        }
    }

    private static void requireId(Source source, String role) {
        long ids = source.fields().stream().filter(f -> f.type() == FieldType.ID).count();
        if (ids != 1) {
            throw new BadInputException(
                    "%s have %d fields of type id, expected one".formatted(role, ids));
        }
    }

    /** The users' fields without the id: what a person can say of themselves. */
    public List<Field> personFields() {
        return users.stream()
                .flatMap(source -> source.fields().stream())
                .filter(field -> field.type() != FieldType.ID)
                .toList();
    }

    /** The items' fields without the id. */
    public List<Field> itemFields() {
        return items.fields().stream().filter(field -> field.type() != FieldType.ID).toList();
    }

    /** The field shown as an item's title: its first text. */
    public Optional<Field> titleField() {
        return items.first(FieldType.TEXT);
    }
}
