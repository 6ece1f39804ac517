package org.tandemrec.features;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.CategoryValue;
import org.tandemrec.data.Field;
import org.tandemrec.data.FieldType;
import org.tandemrec.data.Suggestion;

/**
 * Reads what somebody says of a person or an item: a code, a label in any letter case, a part of a
 * label such as {@code educator} of {@code academic/educator}, or a number that falls into a range.
 */
public final class AttributeReader {
    private static final int LONGEST_LIST = 40;

    private AttributeReader() {}

    /**
     * The value that a text stands for.
     *
     * @param field what is being said
     * @param vocabulary the field's values
     * @param given what was said
     * @throws BadInputException with the list of what is allowed and the nearest match
     */
    public static Attribute read(Field field, Vocabulary vocabulary, String given) {
        String said = given.trim();
        if (field.type() == FieldType.NUMBER) {
            return number(field, vocabulary, said);
        }
        List<CategoryValue> values = values(field, vocabulary);
        return Stream.<Predicate<CategoryValue>>of(
                        value -> value.code().equals(said),
                        value -> value.label().equalsIgnoreCase(said),
                        value -> value.code().equalsIgnoreCase(said),
                        value -> isPartOf(said, value.label()),
                        value -> isInRange(said, value))
                .map(matches -> values.stream().filter(matches).findFirst())
                .flatMap(Optional::stream)
                .findFirst()
                .map(value -> new Attribute(field.name(), said, value.code(), value.label()))
                .orElseThrow(() -> refusal(field, values, said));
    }

    /** The allowed values of a field, as they are shown to a person. */
    public static List<CategoryValue> values(Field field, Vocabulary vocabulary) {
        if (!field.values().isEmpty()) {
            return field.values();
        }
        return vocabulary.values().stream()
                .map(value -> new CategoryValue(value, value, Optional.empty()))
                .toList();
    }

    private static Attribute number(Field field, Vocabulary buckets, String said) {
        try {
            int row = NumberBuckets.rowOf(Double.parseDouble(said), buckets);
            String bucket = buckets.valueAt(row);
            return new Attribute(field.name(), said, bucket, bucket);
        } catch (NumberFormatException notANumber) {
            throw new BadInputException(
                    "%s is '%s', expected a number".formatted(field.name(), said), notANumber);
        }
    }

    private static boolean isPartOf(String said, String label) {
        return Stream.of(label.split("/"))
                .anyMatch(part -> part.trim().equalsIgnoreCase(said.trim()));
    }

    private static boolean isInRange(String said, CategoryValue value) {
        try {
            double number = Double.parseDouble(said);
            return value.range().filter(range -> range.contains(number)).isPresent();
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static BadInputException refusal(Field field, List<CategoryValue> values, String said) {
        List<String> labels = values.stream().map(CategoryValue::label).toList();
        String allowed =
                String.join(", ", labels.subList(0, Math.min(labels.size(), LONGEST_LIST)));
        String more = labels.size() > LONGEST_LIST ? ", …" : "";
        String ranges =
                values.stream().anyMatch(value -> value.range().isPresent())
                        ? "a number or one of "
                        : "one of ";
        return new BadInputException(
                "%s is '%s', expected %s%s%s%s"
                        .formatted(
                                field.name(),
                                said,
                                ranges,
                                allowed,
                                more,
                                Suggestion.hint(said, labels)));
    }
}
