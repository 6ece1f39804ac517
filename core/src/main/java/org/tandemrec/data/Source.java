package org.tandemrec.data;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the users, the items or the interactions lie and what their columns are.
 *
 * @param file the file's name within the data; a {@code *} stands for a directory of them
 * @param format how its lines are written
 * @param query a SQL query over the file (as table {@code source}) that gives the columns; absent
 *     where the file's own columns serve
 * @param columns the columns in order, for files without a header; empty otherwise
 * @param fields the fields read from them; exactly one of type {@link FieldType#ID} for users and
 *     items, the fields {@code user} and {@code item} for interactions
 */
public record Source(
        String file,
        FileFormat format,
        Optional<String> query,
        List<String> columns,
        List<Field> fields) {
    public Source {
        columns = List.copyOf(columns);
        fields = List.copyOf(fields);
        if (format.kind() == FileFormat.Kind.DELIMITED && !format.header() && columns.isEmpty()) {
            throw new BadInputException(
                    "%s has no header, so its columns have to be named: columns: [id, …]"
                            .formatted(file));
        }
        requireDistinct(columns, "column");
        requireDistinct(fields.stream().map(Field::name).toList(), "field");
        if (!columns.isEmpty() && query.isEmpty()) {
            requireColumns(columns, fields);
        }
    }

    private static void requireDistinct(List<String> names, String what) {
        Set<String> met = new HashSet<>();
        for (String name : names) {
            if (!met.add(name)) {
                throw new BadInputException("%s '%s' stands twice".formatted(what, name));
            }
        }
    }

    private static void requireColumns(List<String> columns, List<Field> fields) {
        for (Field field : fields) {
            for (String column : field.readColumns()) {
                if (!columns.contains(column)) {
                    throw new BadInputException(
                            "field '%s' reads column '%s', expected one of %s%s"
                                    .formatted(
                                            field.name(),
                                            column,
                                            String.join(", ", columns),
                                            Suggestion.hint(column, columns)));
                }
            }
        }
    }

    /** The field of that name. */
    public Optional<Field> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The first field of that type. */
    public Optional<Field> first(FieldType type) {
        return fields.stream().filter(field -> field.type() == type).findFirst();
    }
}
