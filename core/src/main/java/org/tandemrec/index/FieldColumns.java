package org.tandemrec.index;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The filterable fields of all rows, a column each. A name may stand for keywords in one item and
 * for a number in another: it then has a column of each kind.
 */
record FieldColumns(List<KeywordColumn> keywords, List<NumericColumn> numbers) {
    FieldColumns {
        keywords = List.copyOf(keywords);
        numbers = List.copyOf(numbers);
    }

    static FieldColumns of(List<IndexedItem> items) {
        return new FieldColumns(
                names(items, FieldValue.Keywords.class::isInstance).stream()
                        .map(name -> KeywordColumn.of(name, items))
                        .toList(),
                names(items, FieldValue.Numeric.class::isInstance).stream()
                        .map(name -> NumericColumn.of(name, items))
                        .toList());
    }

    private static Set<String> names(List<IndexedItem> items, Predicate<FieldValue> wanted) {
        Set<String> names = new TreeSet<>();
        for (IndexedItem item : items) {
            item.fields()
                    .forEach(
                            (name, value) -> {
                                if (wanted.test(value)) {
                                    names.add(name);
                                }
                            });
        }
        return names;
    }

    BitSet rowsWithAnyOf(String field, Set<String> wanted) {
        return keywords.stream()
                .filter(column -> column.name().equals(field))
                .findFirst()
                .map(column -> column.rowsWithAnyOf(wanted))
                .orElseGet(BitSet::new);
    }

    BitSet rowsBetween(String field, double lowest, double highest) {
        return numbers.stream()
                .filter(column -> column.name().equals(field))
                .findFirst()
                .map(column -> column.rowsBetween(lowest, highest))
                .orElseGet(BitSet::new);
    }

    /** The fields of one row. */
    Map<String, FieldValue> at(int row) {
        Map<String, FieldValue> fields = new HashMap<>();
        for (KeywordColumn column : keywords) {
            Set<String> values = column.at(row);
            if (!values.isEmpty()) {
                fields.put(column.name(), new FieldValue.Keywords(values));
            }
        }
        for (NumericColumn column : numbers) {
            column.at(row)
                    .ifPresent(value -> fields.put(column.name(), new FieldValue.Numeric(value)));
        }
        return fields;
    }
}
