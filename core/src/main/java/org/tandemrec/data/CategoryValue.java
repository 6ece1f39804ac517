package org.tandemrec.data;

import java.util.Optional;

/**
 * One allowed value of a category.
 *
 * @param code as it stands in the files
 * @param label as a person says it
 * @param range the numbers that mean this value, for a category that groups numbers such as ages
 * @param askedAs what a person says for it before all else, where that is neither code nor label
 */
public record CategoryValue(
        String code, String label, Optional<NumberRange> range, Optional<String> askedAs) {
    public CategoryValue {
        if (code.isBlank() || label.isBlank()) {
            throw new BadInputException("a category value needs a code and a label");
        }
    }

    /** A value that people say by its code, its label or a number in its range. */
    public CategoryValue(String code, String label, Optional<NumberRange> range) {
        this(code, label, range, Optional.empty());
    }
}
