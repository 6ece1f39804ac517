package org.tandemrec.data;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What became of the rows of the files.
 *
 * @param rows how many rows were met, the rejected ones among them
 * @param rejectedRows how many of them could not be read
 * @param rejected the first of those, in the order of files and lines
 * @param notices what is legal but worth knowing, with its count: users without interactions,
 *     duplicates of which the last was kept
 */
public record ReadingReport(
        long rows, long rejectedRows, List<Rejection> rejected, Map<String, Long> notices) {
    public ReadingReport {
        rejected = List.copyOf(rejected);
        notices = Collections.unmodifiableMap(new LinkedHashMap<>(notices));
    }

    /** A report of nothing to complain of. */
    public static ReadingReport clean(long rows) {
        return new ReadingReport(rows, 0, List.of(), Map.of());
    }

    /** Between 0 and 1. */
    public double rejectedShare() {
        return rows == 0 ? 0 : (double) rejectedRows / rows;
    }
}
