package org.tandemrec.model;

/** What a tower makes of code 0, the unknown one, in one of its inputs. */
public sealed interface UnknownCode {
    /** The tower has a row for what is unknown, and was trained with it. */
    record OwnRow() implements UnknownCode {}

    /**
     * The tower reads another value in its place.
     *
     * @param value as it stands in the data: the id of a user, a category
     */
    record StandIn(String value) implements UnknownCode {}

    /** The tower has nothing for it: what it gives is no vector ({@code NaN}). */
    record Refused() implements UnknownCode {}
}
