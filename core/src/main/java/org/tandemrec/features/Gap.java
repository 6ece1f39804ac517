package org.tandemrec.features;

import org.tandemrec.data.TimeColumn;

/**
 * The time between two events as a code: 0 where it is not known or not above 0 s, otherwise {@code
 * 1 + floor(log2 seconds)}, at most {@value #LONGEST}, which stands for half a year and more.
 */
public final class Gap {
    /** How many codes there are. */
    public static final int CODES = 26;

    private static final int LONGEST = 25;

    private Gap() {}

    /**
     * The code of a gap.
     *
     * @param earlier seconds since 1970, or {@link TimeColumn#MISSING}
     * @param later the same
     */
    public static int code(long earlier, long later) {
        if (earlier == TimeColumn.MISSING || later == TimeColumn.MISSING || later <= earlier) {
            return 0;
        }
        return Math.min(Long.SIZE - Long.numberOfLeadingZeros(later - earlier), LONGEST);
    }
}
