package org.tandemrec.data;

import java.util.List;
import java.util.Optional;

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
