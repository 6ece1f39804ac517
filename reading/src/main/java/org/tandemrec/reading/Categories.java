package org.tandemrec.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tandemrec.data.CategoryValue;
import org.tandemrec.data.NumberRange;

/**
 * Which of the allowed values a cell means: by its code, its label in any letter case, or a number
 * in its range. Where no values are given, every cell is allowed and means itself.
 */
final class Categories {
    private static final int LONGEST_LIST = 24;

    private final List<CategoryValue> values;
    private final Map<String, String> codeOf = new HashMap<>();

    Categories(List<CategoryValue> values) {
        this.values = values;
        values.forEach(value -> codeOf.put(lower(value.label()), value.code()));
        values.forEach(value -> codeOf.put(value.code(), value.code()));
    }

    private static String lower(String label) {
        return label.toLowerCase(Locale.ROOT);
    }

    /** The code of the value that a text means; empty where it means none. */
    Optional<String> codeOf(String text) {
        if (values.isEmpty()) {
            return Optional.of(text);
        }
        return Optional.ofNullable(codeOf.get(text))
                .or(() -> Optional.ofNullable(codeOf.get(lower(text))))
                .or(() -> byRange(Numbers.number(text)));
    }

    private Optional<String> byRange(double number) {
        return values.stream()
                .filter(value -> value.range().filter(range -> range.contains(number)).isPresent())
                .map(CategoryValue::code)
                .findFirst();
    }

    /** What is wrong with a text that means no value. */
    String refusal(String text) {
        String listed =
                values.stream()
                        .limit(LONGEST_LIST)
                        .map(Categories::shown)
                        .collect(Collectors.joining(", "));
        String ranges =
                values.stream()
                        .map(CategoryValue::range)
                        .flatMap(Optional::stream)
                        .map(NumberRange::toString)
                        .collect(Collectors.joining(", "));
        return "is '%s', expected one of %s%s%s"
                .formatted(
                        text,
                        listed,
                        values.size() > LONGEST_LIST ? ", …" : "",
                        ranges.isEmpty() ? "" : " or a number in " + ranges);
    }

    private static String shown(CategoryValue value) {
        return value.code().equals(value.label())
                ? value.code()
                : "%s (%s)".formatted(value.code(), value.label());
    }
}
