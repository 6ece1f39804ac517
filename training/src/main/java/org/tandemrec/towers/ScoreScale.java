package org.tandemrec.towers;

import org.tandemrec.data.ValueScale;

/**
 * How a score becomes a value: {@code value = offset + slope * score}. A score is {@value #RANGE}
 * times the cosine of two vectors; the highest one stands for the scale's highest value, the lowest
 * for one step below its lowest, so that no value of the scale asks for opposite vectors.
 *
 * @param offset the value at score 0
 * @param slope how much the value grows with the score
 */
public record ScoreScale(double offset, double slope) {
    /** The score of two vectors that point the same way. */
    public static final double RANGE = 5;

    /** The scores for these values. */
    public static ScoreScale of(ValueScale values) {
        double lowest = values.from() - values.step();
        return new ScoreScale((values.to() + lowest) / 2, (values.to() - lowest) / 2 / RANGE);
    }

    /** How much the value grows with the cosine. */
    public double slopeOfCosine() {
        return slope * RANGE;
    }
}
