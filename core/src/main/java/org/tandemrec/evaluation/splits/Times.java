package org.tandemrec.evaluation.splits;

import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Interactions;
import org.tandemrec.data.TimeColumn;

/** The moments of interactions, those without one before all others. */
final class Times {
    private Times() {}

    /**
     * The moment of each row.
     *
     * @throws BadInputException if no interaction has one
     */
    static long[] of(Interactions interactions, String split) {
        long[] times = new long[interactions.size()];
        boolean any = false;
        for (int row = 0; row < times.length; row++) {
            times[row] = interactions.time(row).orElse(TimeColumn.MISSING);
            any |= times[row] != TimeColumn.MISSING;
        }
        if (!any) {
            throw new BadInputException(
                    "split '%s' needs times, but no interaction of this data has one; take random or a test file"
                            .formatted(split));
        }
        return times;
    }
}
