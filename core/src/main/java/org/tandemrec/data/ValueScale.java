package org.tandemrec.data;

/**
 * The values an interaction may have.
 *
 * @param from the lowest value
 * @param to the highest value
 * @param step the smallest difference of two values
 */
public record ValueScale(double from, double to, double step) {
    public ValueScale {
        if (!(from <= to) || !(step > 0)) {
            throw new BadInputException(
                    "value scale is %s..%s by %s, expected FROM at most TO and a step above 0"
                            .formatted(from, to, step));
        }
    }

    /** The value moved into the scale. */
    public double clip(double value) {
        return Math.clamp(value, from, to);
    }
}
