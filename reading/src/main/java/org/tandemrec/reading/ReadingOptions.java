package org.tandemrec.reading;

import org.tandemrec.data.BadInputException;

/**
 * How strictly to read.
 *
 * @param rejectedLimit the largest share of a source's rows that may be rejected before reading
 *     stops, between 0 and 1; option {@code --rejected-limit}
 * @param rejectedShown how many of the rejected rows the report names
 */
public record ReadingOptions(double rejectedLimit, int rejectedShown) {
    public ReadingOptions {
        if (!(rejectedLimit >= 0 && rejectedLimit <= 1)) {
            throw new BadInputException(
                    "rejected-limit is %s, expected a share from 0 to 1".formatted(rejectedLimit));
        }
        if (rejectedShown < 1) {
            throw new BadInputException(
                    "rejected-shown is %d, expected at least 1".formatted(rejectedShown));
        }
    }

    /** One row in a hundred may be rejected, the first thousand of them are named. */
    public static ReadingOptions standard() {
        return new ReadingOptions(0.01, 1000);
    }

    /** Reads on whatever is rejected: for looking at data without training on it. */
    public static ReadingOptions unlimited() {
        return new ReadingOptions(1, 1000);
    }
}
