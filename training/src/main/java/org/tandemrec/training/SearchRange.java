package org.tandemrec.training;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;

/**
 * The values of a setting that a search tries.
 *
 * @param low the lowest
 * @param high the highest
 * @param spread how values lie between the two
 */
public record SearchRange(double low, double high, Spread spread) {
    private static final int DIGITS = 3;

    /** How values lie in a range. */
    public enum Spread {
        /** Evenly. */
        LINEAR,
        /** Evenly by their logarithms; the range lies above 0. */
        LOGARITHMIC,
        /** Whole numbers, evenly by their logarithms; the range lies above 0. */
        WHOLE
    }

    public SearchRange {
        if (!(low <= high) || (spread != Spread.LINEAR && low <= 0)) {
            throw new IllegalArgumentException("range %s..%s, %s".formatted(low, high, spread));
        }
    }

    /** Any value of the range, as the text of a setting. */
    String draw(SplittableRandom random) {
        return at(random.nextDouble());
    }

    /** A value near another: at most a fifth of the range away. */
    String near(double value, SplittableRandom random) {
        return at(Math.clamp(place(value) + 0.4 * (random.nextDouble() - 0.5), 0, 1));
    }

    private double place(double value) {
        return switch (spread) {
            case LINEAR -> (value - low) / Math.max(high - low, Double.MIN_NORMAL);
            case LOGARITHMIC, WHOLE ->
                    Math.log(value / low) / Math.max(Math.log(high / low), Double.MIN_NORMAL);
        };
    }

    private String at(double place) {
        return switch (spread) {
            case LINEAR -> rounded(low + place * (high - low));
            case LOGARITHMIC -> rounded(low * Math.pow(high / low, place));
            case WHOLE -> Long.toString(Math.round(low * Math.pow(high / low, place)));
        };
    }

    /** Three digits are enough for a setting that is searched, and read better. */
    private static String rounded(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(DIGITS))
                .stripTrailingZeros()
                .toPlainString();
    }
}
