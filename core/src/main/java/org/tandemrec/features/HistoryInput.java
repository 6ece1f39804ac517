package org.tandemrec.features;

import java.util.EnumSet;
import java.util.Set;

/**
 * The history that a tower reads: events in the order of time, the newest in the last column,
 * padded in front with zeros.
 *
 * @param parts what it reads of every event, at least {@link HistoryPart#ROWS}
 * @param longest how many events it reads at most, the newest; 0 for all
 * @param likedValue the value of an event of which only is known that somebody liked the item
 */
public record HistoryInput(Set<HistoryPart> parts, int longest, float likedValue) {
    public HistoryInput {
        parts = Set.copyOf(parts);
        if (!parts.contains(HistoryPart.ROWS) || longest < 0) {
            throw new IllegalArgumentException(
                    "history of %s, longest %d, expected rows and at least 0"
                            .formatted(EnumSet.copyOf(parts), longest));
        }
    }

    /** How many of so many events are read. */
    public int read(int events) {
        return longest == 0 ? events : Math.min(events, longest);
    }
}
