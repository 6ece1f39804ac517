package org.tandemrec.index;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What an item must be to be found: a value that each engine reads in its own way, never a piece of
 * query text.
 */
public sealed interface Filter {
    /** Every item. */
    record Everything() implements Filter {}

    /** Items that pass each of the parts; with no parts, every item. */
    record All(List<Filter> parts) implements Filter {
        public All {
            parts = List.copyOf(parts);
        }

        public static All of(Filter... parts) {
            return new All(List.of(parts));
        }
    }

    /** Items that have at least one of the keywords under the field; with no keywords, none. */
    record HasAnyOf(String field, Set<String> keywords) implements Filter {
        public HasAnyOf {
            keywords = Set.copyOf(keywords);
        }
    }

    /**
     * Items whose number under the field lies between the ends, both included; an absent end is
     * open.
     */
    record Between(String field, OptionalDouble from, OptionalDouble to) implements Filter {
        public Between {
            double lowest = from.orElse(Double.NEGATIVE_INFINITY);
            double highest = to.orElse(Double.POSITIVE_INFINITY);
            // Negated, so that NaN is refused too.
            if (!(lowest <= highest)) {
                throw new IndexException(
                        IndexException.Kind.INVALID,
                        "%s between %s and %s: expected the first number to be at most the second"
                                .formatted(field, lowest, highest));
            }
        }

        public static Between closed(String field, double from, double to) {
            return new Between(field, OptionalDouble.of(from), OptionalDouble.of(to));
        }

        public static Between atLeast(String field, double from) {
            return new Between(field, OptionalDouble.of(from), OptionalDouble.empty());
        }

        public static Between atMost(String field, double to) {
            return new Between(field, OptionalDouble.empty(), OptionalDouble.of(to));
        }

        // Adding zero turns -0.0 into 0.0, which some engines tell apart.
        double lowest() {
            return from.orElse(Double.NEGATIVE_INFINITY) + 0.0;
        }

        double highest() {
            return to.orElse(Double.POSITIVE_INFINITY) + 0.0;
        }
    }

    /** Items of these ids; unknown ids are harmless. */
    record IdIn(Set<String> ids) implements Filter {
        public IdIn {
            ids = Set.copyOf(ids);
        }
    }

    /** Items of any other id than these, however many; unknown ids are harmless. */
    record IdNotIn(Set<String> ids) implements Filter {
        public IdNotIn {
            ids = Set.copyOf(ids);
        }
    }
}
