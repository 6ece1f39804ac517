package org.tandemrec.milvus;

import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Values as Milvus' expressions write them, so that no id, keyword or name can be read as anything
 * else. Filter templates would do the same, but servers before 2.5 refuse them.
 */
final class Literals {
    private Literals() {}

    /** A text between double quotes. */
    static String text(String value) {
        StringBuilder literal = new StringBuilder(value.length() + 2).append('"');
        value.chars().forEach(character -> append(literal, (char) character));
        return literal.append('"').toString();
    }

    /** Texts in square brackets, ascending. */
    static String texts(Collection<String> values) {
        return values.stream()
                .sorted()
                .map(Literals::text)
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** A finite number, to the last bit. */
    static String number(double value) {
        return Double.toString(value);
    }

    // The server reads a text as Go does: a line break must not stand in it as it is, and three
    // octal digits are one byte.
    private static void append(StringBuilder literal, char character) {
        if (character == '"' || character == '\\') {
            literal.append('\\').append(character);
        } else if (character < ' ' || character == 0x7f) {
            literal.append("\\%03o".formatted((int) character));
        } else {
            literal.append(character);
        }
    }
}
