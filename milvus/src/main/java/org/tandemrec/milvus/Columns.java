package org.tandemrec.milvus;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.tandemrec.index.FieldValue;
import org.tandemrec.index.IndexedItem;

/**
 * The columns of a collection. All keywords of an item lie in one array, as {@code field=keyword};
 * the numeric fields known when the collection was made have a column each, which is many times
 * faster to filter by than JSON; numeric fields met later share one JSON column.
 *
 * @param numbers the numeric fields that have a column, in the order of the columns
 * @param partitionKey the keyword field that chooses an item's partition
 */
record Columns(List<String> numbers, Optional<String> partitionKey) {
    static final String ID = "id";
    static final String VECTOR = "vector";

    /** A number from the id, evenly spread: what a walk over all rows goes by. */
    static final String BUCKET = "bucket";

    static final String KEYWORDS = "keywords";
    static final String MORE_NUMBERS = "numbers";
    static final String PARTITION = "part";

    /** What stands in a number's column where an item has none; columns before 2.6 have no null. */
    static final double ABSENT = -Double.MAX_VALUE;

    private static final int MOST_NUMBERS = 16;

    Columns {
        numbers = List.copyOf(numbers);
    }

    /** The columns that suit these items. */
    static Columns of(List<IndexedItem> items, Optional<String> partitionKey) {
        TreeSet<String> names = new TreeSet<>();
        for (IndexedItem item : items) {
            item.fields()
                    .forEach(
                            (name, value) -> {
                                if (value instanceof FieldValue.Numeric) {
                                    names.add(name);
                                }
                            });
        }
        return new Columns(names.stream().limit(MOST_NUMBERS).toList(), partitionKey);
    }

    /** The name of the column at a place in {@link #numbers}. */
    static String numberColumn(int place) {
        return "number_" + place;
    }

    /** What an expression calls a numeric field. */
    String numberReference(String field) {
        int place = numbers.indexOf(field);
        return place >= 0
                ? numberColumn(place)
                : MORE_NUMBERS + "[" + Literals.text(jsonKey(field)) + "]";
    }

    /**
     * The key of a numeric field in JSON: the server's own reading of keys stumbles on brackets.
     */
    static String jsonKey(String field) {
        return URLEncoder.encode(field, StandardCharsets.UTF_8);
    }

    /** A field's keyword as one text, from which both can be told. */
    static String token(String field, String keyword) {
        return field.replace("\\", "\\\\").replace("=", "\\=") + "=" + keyword;
    }

    /** The bucket of an id, 0 to 2^31 - 1 (the mixing of MurmurHash3, Appleby 2011). */
    static int bucket(String id) {
        int hash = id.hashCode();
        hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
        return (hash ^ (hash >>> 16)) >>> 1;
    }
}
