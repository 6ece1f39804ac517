package org.tandemrec.features;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.CategoryValue;
import org.tandemrec.data.Field;
import org.tandemrec.data.FieldType;
import org.tandemrec.data.NumberRange;
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
        return find(values, said)
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

    /**
     * The surest reading first: a code written exactly comes before all but what the recipe asks.
     */
    private static Optional<CategoryValue> find(List<CategoryValue> values, String said) {
        OptionalDouble number = numberIn(said);
        return Stream.<Predicate<CategoryValue>>of(
                        value -> value.askedAs().filter(said::equals).isPresent(),
                        value -> value.code().equals(said),
                        value -> value.label().equalsIgnoreCase(said),
                        value -> value.code().equalsIgnoreCase(said),
                        value -> parts(value).anyMatch(part -> part.equalsIgnoreCase(said)),
                        value -> number.isPresent() && isInRange(number.getAsDouble(), value))
                .map(matches -> values.stream().filter(matches).findFirst())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Attribute number(Field field, Vocabulary vocabulary, String said) {
        double number =
                numberIn(said)
                        .orElseThrow(
                                () ->
                                        new BadInputException(
                                                "%s is '%s', expected a number"
                                                        .formatted(field.name(), said)));
        int row = NumberBuckets.of(vocabulary).rowOf(number);
        String bucket = row == Vocabulary.UNKNOWN ? "unknown" : vocabulary.valueAt(row);
        return new Attribute(field.name(), said, bucket, bucket);
    }

    /** A number as people write it: neither {@code NaN} nor {@code 30d} is one. */
    private static OptionalDouble numberIn(String said) {
        try {
            double number = new BigDecimal(said).doubleValue();
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }

    private static Stream<String> parts(CategoryValue value) {
        return Stream.of(value.label().split("/", -1)).map(String::trim);
    }

    private static boolean isInRange(double number, CategoryValue value) {
        return value.range().filter(range -> range.contains(number)).isPresent();
    }

    private static BadInputException refusal(Field field, List<CategoryValue> values, String said) {
        return new BadInputException(
                "%s is '%s', expected %sone of %s%s"
                        .formatted(
                                field.name(),
                                said,
                                numbers(values).map("a number in %s or "::formatted).orElse(""),
                                list(values),
                                hint(values, said)));
    }

    /** From the smallest number that means one of the values to the largest. */
    private static Optional<NumberRange> numbers(List<CategoryValue> values) {
        return values.stream()
                .map(CategoryValue::range)
                .flatMap(Optional::stream)
                .reduce(
                        (one, other) ->
                                new NumberRange(
                                        Math.min(one.from(), other.from()),
                                        Math.max(one.to(), other.to())));
    }

    private static String list(List<CategoryValue> values) {
        List<String> labels =
                values.stream().limit(LONGEST_LIST).map(CategoryValue::label).toList();
        return String.join(", ", labels) + (values.size() > LONGEST_LIST ? ", …" : "");
    }

    private static String hint(List<CategoryValue> values, String said) {
        List<String> labels = values.stream().map(CategoryValue::label).toList();
        List<String> parts = values.stream().flatMap(AttributeReader::parts).toList();
        return Suggestion.hint(said, Stream.concat(labels.stream(), parts.stream()).toList());
    }
}
