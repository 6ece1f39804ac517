package org.tandemrec.features;

import java.util.Locale;
import org.tandemrec.data.TimeColumn;

/** What a tower can read of a history, each as a tensor with one column an event. */
public enum HistoryPart {
    /** The row of each event's item; of its user in the history of an item. */
    ROWS("history"),
    /** The value of each event, on the scale of the data. */
    VALUES("history.values"),
    /** How long after the event before it each event was, as a {@link Gap}. */
    BEFORE("history.before"),
    /**
     * How long before the event after it each event was, as a {@link Gap}; the last one's stretches
     * to the moment of the request.
     */
    AFTER("history.after"),
    /**
     * How many seconds before the moment of the request each event was, below 0 for one after it;
     * {@link TimeColumn#MISSING} where either moment is not known.
     */
    AGES("history.ages"),
    /**
     * When the event after each one was, in seconds since 1970; after the last one, the moment of
     * the request; {@link TimeColumn#MISSING} where that is not known.
     */
    MOMENTS("history.moments");

    private final String tensor;

    HistoryPart(String tensor) {
        this.tensor = tensor;
    }

    /** The name of the tower's input. */
    public String tensor() {
        return tensor;
    }

    /** Whether the moment of the request changes it. */
    public boolean readsMoment() {
        return this == AFTER || this == AGES || this == MOMENTS;
    }

    /** The name that manifests use. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
