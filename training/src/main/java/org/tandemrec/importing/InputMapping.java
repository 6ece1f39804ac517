package org.tandemrec.importing;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What one input of a tower reads.
 *
 * @param field the recipe's name of a field, {@code id} for the id
 * @param encoding the codes of its values
 * @param width how many codes a row has; absent where the input is {@code [N]}
 * @param padding the code that fills a row up to {@code width}
 * @param missing the code of a value that is not there or has no code; absent where there is none
 * @param reading how a cell becomes values
 * @param askedByCode whether people say the code of a value when they ask
 */
record InputMapping(
        String field,
        Encoding encoding,
        OptionalInt width,
        long padding,
        OptionalLong missing,
        ValueReading reading,
        boolean askedByCode) {
    /** The width of an input that has one code a row and no second dimension. */
    static final OptionalInt ONE_CODE = OptionalInt.empty();

    /** The code of a value, or else the one for what is missing. */
    OptionalLong codeOf(String value) {
        OptionalLong code = encoding.codeOf(value);
        return code.isPresent() ? code : missing;
    }

    /** The value whose code stands for what is missing, where it is a value's. */
    Optional<String> standIn() {
        return missing.isPresent() ? encoding.valueOf(missing.getAsLong()) : Optional.empty();
    }

    /** How many codes a row has in the model. */
    int codesInRow() {
        return width.orElse(1);
    }

    /** The highest code that the model can be given. */
    long highestCode() {
        long beside = Math.max(missing.orElse(0), width.isPresent() ? padding : 0);
        return Math.max(encoding.highest(), beside);
    }
}
