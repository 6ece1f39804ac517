package org.tandemrec.evaluation.splits;

import java.util.SplittableRandom;
import org.tandemrec.data.BadInputException;

/**
 * A part of a whole.
 *
 * @param value above 0 and below 1
 */
record Share(double value) {
    Share {
        if (!(value > 0 && value < 1)) {
            throw new BadInputException(
                    "share of a split is %s, expected a number above 0 and below 1 such as 0.1"
                            .formatted(value));
        }
    }

    static Share parse(String text) {
        try {
            return new Share(Double.parseDouble(text));
        } catch (NumberFormatException notANumber) {
            throw new BadInputException(
                    "share of a split is '%s', expected a number above 0 and below 1 such as 0.1"
                            .formatted(text),
                    notANumber);
        }
    }

    /** How many of so many it is, rounded. */
    int of(int whole) {
        return Math.toIntExact(Math.round(value * whole));
    }

    /** Marks that many places of so many, drawn without replacement. */
    boolean[] draw(int whole, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] drawn = new boolean[whole];
        int missing = of(whole);
        for (int place = 0; missing > 0; place++) {
            if (random.nextInt(whole - place) < missing) {
                drawn[place] = true;
                missing--;
            }
        }
        return drawn;
    }

    @Override
    public String toString() {
        return Double.toString(value);
    }
}
