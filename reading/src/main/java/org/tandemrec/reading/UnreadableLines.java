package org.tandemrec.reading;

import java.util.List;
import org.tandemrec.data.Rejection;

/**
 * Lines of a file that never became rows: their bytes are no text, or they have no end.
 *
 * @param first the first of them, in order
 * @param count how many there are
 */
record UnreadableLines(List<Line> first, long count) {
    /** A file whose lines could all be read. */
    static final UnreadableLines NONE = new UnreadableLines(List.of(), 0);

    UnreadableLines {
        first = List.copyOf(first);
    }

    /** One of them. */
    record Line(long line, String reason) {
        Rejection in(String file) {
            return new Rejection(file, line, "", reason);
        }
    }
}
