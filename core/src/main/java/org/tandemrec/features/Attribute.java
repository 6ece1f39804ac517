package org.tandemrec.features;

/**
 * What somebody said of a person, and how it was read.
 *
 * @param field the recipe's name of the field
 * @param given as it was said: {@code 30}
 * @param code the value in the vocabulary: {@code 25}
 * @param label as a person says it: {@code 25-34}
 */
public record Attribute(String field, String given, String code, String label) {
    /** Such as {@code age 30 is 25-34}, or {@code gender F is female}. */
    public String explanation() {
        return given.equals(label)
                ? "%s %s".formatted(field, given)
                : "%s %s is %s".formatted(field, given, label);
    }
}
