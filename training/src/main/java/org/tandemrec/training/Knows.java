package org.tandemrec.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Suggestion;

/** What preset {@code next} reads of the past and of the request. */
enum Knows {
    /** The items in their order. */
    ITEMS,
    /** Also the values, and the gaps between the events. */
    TIMES,
    /** Also the gap between the last event and the request, and its month, where that is known. */
    REQUEST_TIME;

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Knows named(String label) {
        List<String> labels = Arrays.stream(values()).map(Knows::label).toList();
        return Arrays.stream(values())
                .filter(knows -> knows.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInputException(
                                        "knows is '%s', expected one of %s%s"
                                                .formatted(
                                                        label,
                                                        String.join(", ", labels),
                                                        Suggestion.hint(label, labels))));
    }
}
