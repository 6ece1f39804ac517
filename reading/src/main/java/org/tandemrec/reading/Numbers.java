package org.tandemrec.reading;

import java.util.regex.Pattern;

/** Numbers in texts. */
final class Numbers {
    private static final Pattern PLAIN = Pattern.compile("0|-?[1-9][0-9]{0,17}");
    private static final Pattern DECIMAL =
            Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");

    private Numbers() {}

    /** The whole number that this is the plain decimal form of, or {@link Rows#NO_INTEGER}. */
    static long integer(String text) {
        return PLAIN.matcher(text).matches() ? Long.parseLong(text) : Rows.NO_INTEGER;
    }

    /** The number in a text, or {@code NaN} where there is none or it has no end. */
    static double number(String text) {
        String trimmed = text.trim();
        if (!DECIMAL.matcher(trimmed).matches()) {
            return Double.NaN;
        }
        double number = Double.parseDouble(trimmed);
        return Double.isInfinite(number) ? Double.NaN : number;
    }
}
