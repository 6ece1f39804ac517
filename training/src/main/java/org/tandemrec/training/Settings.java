package org.tandemrec.training;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import org.tandemrec.data.BadInputException;

/**
 * Settings as text, read as numbers; what cannot be read is refused by its key.
 *
 * @param texts by key
 */
public record Settings(Map<String, String> texts) {
    static void check(String key, double value, double from, double to) {
        if (!(value >= from && value <= to)) {
            throw new BadInputException(
                    "%s is %s, expected %s to %s"
                            .formatted(key, plain(value), plain(from), plain(to)));
        }
    }

    /** A number without exponent, and without a fraction where it is whole. */
    static String plain(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }

    int integer(String key) {
        try {
            return Integer.parseInt(text(key));
        } catch (NumberFormatException failure) {
            throw refused(key, "a whole number");
        }
    }

    long seed(String key) {
        try {
            return Long.parseLong(text(key));
        } catch (NumberFormatException failure) {
            throw refused(key, "a whole number");
        }
    }

    double number(String key) {
        try {
            return Double.parseDouble(text(key));
        } catch (NumberFormatException failure) {
            throw refused(key, "a number");
        }
    }

    String word(String key) {
        return text(key);
    }

    boolean yes(String key) {
        return switch (text(key)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(key, "true or false");
        };
    }

    private String text(String key) {
        return Objects.requireNonNull(texts.get(key));
    }

    private BadInputException refused(String key, String expected) {
        return new BadInputException("%s is '%s', expected %s".formatted(key, text(key), expected));
    }
}
