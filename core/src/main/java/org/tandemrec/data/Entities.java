package org.tandemrec.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The users or the items: their ids, which are distinct, and one column for each further field of
 * the recipe.
 *
 * @param ids one id an entity, none missing
 * @param columns by field name, in the recipe's order; all of the same size as {@code ids}
 */
public record Entities(StringColumn ids, Map<String, Column> columns) {
    public Entities {
        columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
        for (Map.Entry<String, Column> column : columns.entrySet()) {
            if (column.getValue().size() != ids.size()) {
                throw new IllegalArgumentException(
                        "column %s has %d cells, expected %d"
                                .formatted(column.getKey(), column.getValue().size(), ids.size()));
            }
        }
    }

    /** How many there are. */
    public int size() {
        return ids.size();
    }

    /** The column of that field. */
    public Optional<Column> column(String field) {
        return Optional.ofNullable(columns.get(field));
    }
}
