package org.tandemrec.index;

import java.util.Set;

/** What an item carries under a field's name, so that a {@link Filter} can ask for it. */
public sealed interface FieldValue {
    /** A category, or several: matched by {@link Filter.HasAnyOf}. */
    record Keywords(Set<String> values) implements FieldValue {
        public Keywords {
            values = Set.copyOf(values);
            values.forEach(value -> Texts.check("keyword", value));
        }

        public static Keywords of(String... values) {
            return new Keywords(Set.of(values));
        }
    }

    /** A finite number: matched by {@link Filter.Between}. */
    record Numeric(double value) implements FieldValue {
        public Numeric {
            if (!Double.isFinite(value)) {
                throw new IndexException(
                        IndexException.Kind.INVALID,
                        "a numeric field is %s, expected a finite number; leave the field out where it is unknown"
                                .formatted(value));
            }
            // Turns -0.0 into 0.0, which some engines tell apart.
            value += 0.0;
        }
    }
}
