package org.tandemrec.features;

import java.util.List;
import java.util.Optional;

/**
 * Users or items as codes, one {@link EncodedField} for each field that a tower reads, the id
 * first. In the table of all users or items, row 0 is the unknown one: id 0, every attribute 0; the
 * others stand at the row of their id in the vocabulary.
 *
 * @param fields all with the same number of rows
 */
public record EncodedTable(List<EncodedField> fields) {
    public EncodedTable {
        fields = List.copyOf(fields);
        int rows = fields.getFirst().rows();
        for (EncodedField field : fields) {
            if (field.rows() != rows) {
                throw new IllegalArgumentException(
                        "field %s has %d rows, expected %d"
                                .formatted(field.name(), field.rows(), rows));
            }
        }
    }

    public int rows() {
        return fields.getFirst().rows();
    }

    /** Some of the rows, in the order given. */
    public EncodedTable select(int[] rows) {
        return new EncodedTable(fields.stream().map(field -> field.select(rows)).toList());
    }

    /** The field of that name. */
    public Optional<EncodedField> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}
