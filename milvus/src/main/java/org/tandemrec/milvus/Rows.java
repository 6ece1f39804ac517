package org.tandemrec.milvus;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tandemrec.index.DenseVector;
import org.tandemrec.index.FieldValue;
import org.tandemrec.index.IndexException;
import org.tandemrec.index.IndexedItem;

/** Items as rows of a collection. */
final class Rows {
    /** Keywords that one item may have: the server's limit for an array. */
    static final int MOST_KEYWORDS = 4_096;

    private final Columns columns;

    Rows(Columns columns) {
        this.columns = columns;
    }

    /** The row of an item. */
    JsonObject row(IndexedItem item) {
        JsonObject row = new JsonObject();
        row.addProperty(Columns.ID, item.id());
        row.addProperty(Columns.BUCKET, Columns.bucket(item.id()));
        row.add(Columns.VECTOR, vector(item.vector()));
        row.add(Columns.KEYWORDS, keywords(item));
        addNumbers(row, item);
        columns.partitionKey()
                .ifPresent(field -> row.addProperty(Columns.PARTITION, partition(item, field)));
        return row;
    }

    /** The vector of a row that the client gives. */
    static DenseVector vector(Map<String, Object> row) {
        if (!(row.get(Columns.VECTOR) instanceof List<?> values)) {
            throw new IndexException(
                    IndexException.Kind.CORRUPT,
                    "the collection gives no vectors back; choose an 'index-type' that keeps them and run 'tandem index'");
        }
        float[] components = new float[values.size()];
        for (int component = 0; component < components.length; component++) {
            components[component] = ((Number) values.get(component)).floatValue();
        }
        return DenseVector.of(components);
    }

    private static JsonArray vector(DenseVector vector) {
        JsonArray components = new JsonArray(vector.dimension());
        for (int component = 0; component < vector.dimension(); component++) {
            components.add(vector.at(component));
        }
        return components;
    }

    private static JsonArray keywords(IndexedItem item) {
        TreeSet<String> tokens = new TreeSet<>();
        item.fields()
                .forEach(
                        (field, value) -> {
                            if (value instanceof FieldValue.Keywords(Set<String> values)) {
                                values.forEach(
                                        keyword -> tokens.add(Columns.token(field, keyword)));
                            }
                        });
        if (tokens.size() > MOST_KEYWORDS) {
            throw invalid(item, "has %d keywords", tokens.size(), "at most " + MOST_KEYWORDS);
        }
        JsonArray array = new JsonArray(tokens.size());
        tokens.forEach(array::add);
        return array;
    }

    private void addNumbers(JsonObject row, IndexedItem item) {
        for (int place = 0; place < columns.numbers().size(); place++) {
            row.addProperty(Columns.numberColumn(place), Columns.ABSENT);
        }
        JsonObject others = new JsonObject();
        item.fields()
                .forEach(
                        (field, value) -> {
                            if (value instanceof FieldValue.Numeric(double number)) {
                                addNumber(row, others, item, Map.entry(field, number));
                            }
                        });
        row.add(Columns.MORE_NUMBERS, others);
    }

    private void addNumber(
            JsonObject row, JsonObject others, IndexedItem item, Map.Entry<String, Double> number) {
        int place = columns.numbers().indexOf(number.getKey());
        if (place < 0) {
            others.addProperty(Columns.jsonKey(number.getKey()), number.getValue());
            return;
        }
        if (number.getValue() == Columns.ABSENT) {
            throw invalid(
                    item,
                    "has the number %s",
                    number.getValue(),
                    "any other: it marks an absent one");
        }
        row.addProperty(Columns.numberColumn(place), number.getValue());
    }

    private static String partition(IndexedItem item, String field) {
        if (!(item.fields().get(field) instanceof FieldValue.Keywords(Set<String> values))
                || values.isEmpty()) {
            return "";
        }
        if (values.size() > 1) {
            throw invalid(
                    item,
                    "has %d keywords in the partition key '" + field.replace("%", "%%") + "'",
                    values.size(),
                    "at most one");
        }
        return values.iterator().next();
    }

    private static IndexException invalid(
            IndexedItem item, String found, Object value, String expected) {
        return new IndexException(
                IndexException.Kind.INVALID,
                "item '%s' %s, expected %s".formatted(item.id(), found.formatted(value), expected));
    }
}
