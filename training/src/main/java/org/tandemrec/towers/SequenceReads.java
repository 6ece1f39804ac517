package org.tandemrec.towers;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.tandemrec.features.HistoryPart;

/**
 * What a {@link HistoryEncoder} reads of each event beside its item.
 *
 * @param levels of the values; empty where values are not read
 * @param before whether it reads the gaps before the events
 * @param after whether it reads the gaps after the events
 * @param calendar of the moments after the events; empty where these are not read
 */
public record SequenceReads(
        Optional<ValueLevels> levels, boolean before, boolean after, Optional<Calendar> calendar) {
    public SequenceReads {
        levels = levels.filter(ValueLevels::differ);
    }

    /** The inputs of the tower. */
    public Set<HistoryPart> parts() {
        Set<HistoryPart> parts = EnumSet.of(HistoryPart.ROWS);
        if (levels.isPresent()) {
            parts.add(HistoryPart.VALUES);
        }
        if (before) {
            parts.add(HistoryPart.BEFORE);
        }
        if (after) {
            parts.add(HistoryPart.AFTER);
        }
        if (calendar.isPresent()) {
            parts.add(HistoryPart.MOMENTS);
        }
        return parts;
    }
}
