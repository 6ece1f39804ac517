package org.tandemrec.data;

import java.util.Optional;

/**
 * One allowed value of a category.
 *
 * @param code as it stands in the files
 * @param label as a person says it
 * @param range the numbers that mean this value, for a category that groups numbers such as ages
 */
public record CategoryValue(String code, String label, Optional<NumberRange> range) {
    public CategoryValue {
        if (code.isBlank() || label.isBlank()) {
            throw new BadInputException("a category value needs a code and a label");
        }
    }
}
