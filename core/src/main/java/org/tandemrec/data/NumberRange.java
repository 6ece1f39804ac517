package org.tandemrec.data;

/**
 * An interval of numbers, both ends included; an end that is infinite is open.
 *
 * @param from the smallest number in it
 * @param to the largest number in it, not below {@code from}
 */
public record NumberRange(double from, double to) {
    private static final double MOST_EXACT_LONG = 1L << 53;

    public NumberRange {
        if (Double.isNaN(from) || Double.isNaN(to) || from > to) {
            throw new BadInputException(
                    "range is %s..%s, expected FROM..TO with FROM at most TO".formatted(from, to));
        }
    }

    /** Reads {@code 1990..1999}, {@code 1990..}, {@code ..1999} or {@code 1994}. */
    public static NumberRange parse(String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            double only = number(text, text, 0);
            return new NumberRange(only, only);
        }
        return new NumberRange(
                number(text.substring(0, dots), text, Double.NEGATIVE_INFINITY),
                number(text.substring(dots + 2), text, Double.POSITIVE_INFINITY));
    }

    private static double number(String part, String whole, double open) {
        if (part.isBlank() && !whole.equals(part)) {
            return open;
        }
        try {
            return Double.parseDouble(part.trim());
        } catch (NumberFormatException notANumber) {
            throw new BadInputException(
                    "range is '%s', expected FROM..TO such as 1990..1999".formatted(whole),
                    notANumber);
        }
    }

    public boolean contains(double number) {
        return from <= number && number <= to;
    }

    @Override
    public String toString() {
        return end(from) + ".." + end(to);
    }

    private static String end(double number) {
        if (Double.isInfinite(number)) {
            return "";
        }
        return number == Math.rint(number) && Math.abs(number) < MOST_EXACT_LONG
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
