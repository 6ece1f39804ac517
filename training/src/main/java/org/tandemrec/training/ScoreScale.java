package org.tandemrec.training;

import org.tandemrec.data.ValueScale;
import org.tandemrec.model.RatingScale;

/**
 * How a cosine becomes a value. The score of two vectors is {@value #RANGE} times their cosine; the
 * highest score stands for the scale's highest value, the lowest for one step below its lowest, so
 * that no value of the scale asks for opposite vectors.
 */
final class ScoreScale {
    /** The score of two vectors that point the same way. */
    static final double RANGE = 5;

    private ScoreScale() {}

    static RatingScale of(ValueScale values) {
        double lowest = values.from() - values.step();
        double middle = (values.to() + lowest) / 2;
        double half = (values.to() - lowest) / 2;
        return new RatingScale(half / RANGE, middle, values.from(), values.to());
    }
}
