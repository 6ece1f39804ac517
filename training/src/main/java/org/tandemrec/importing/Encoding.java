package org.tandemrec.importing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The codes that a tower trained elsewhere has for values. */
sealed interface Encoding {
    /** The code of a value; empty for one that the tower does not know. */
    OptionalLong codeOf(String value);

    /** The value that has a code. */
    Optional<String> valueOf(long code);

    /** The lowest code. */
    long lowest();

    /** The highest code. */
    long highest();

    /**
     * Values and their codes one by one.
     *
     * @param codes at least one
     */
    record Listed(Map<String, Long> codes) implements Encoding {
        public Listed {
            if (codes.isEmpty()) {
                throw new IllegalArgumentException("an encoding needs a value");
            }
            codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        }

        /** Distinct values, each with the code after the one before it. */
        static Listed of(List<String> values, long first) {
            Map<String, Long> codes = new LinkedHashMap<>();
            values.forEach(value -> codes.put(value, first + codes.size()));
            return new Listed(codes);
        }

        @Override
        public OptionalLong codeOf(String value) {
            Long code = codes.get(value);
            return code == null ? OptionalLong.empty() : OptionalLong.of(code);
        }

        @Override
        public Optional<String> valueOf(long code) {
            return codes.entrySet().stream()
                    .filter(entry -> entry.getValue() == code)
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        @Override
        public long lowest() {
            return Collections.min(codes.values());
        }

        @Override
        public long highest() {
            return Collections.max(codes.values());
        }
    }

    /**
     * Whole numbers that are their own codes.
     *
     * @param from the lowest
     * @param to the highest
     */
    record WholeNumbers(long from, long to) implements Encoding {
        @Override
        public OptionalLong codeOf(String value) {
            if (!value.matches("0|[1-9]\\d{0,17}")) {
                return OptionalLong.empty();
            }
            long number = Long.parseLong(value);
            return from <= number && number <= to ? OptionalLong.of(number) : OptionalLong.empty();
        }

        @Override
        public Optional<String> valueOf(long code) {
            return from <= code && code <= to ? Optional.of(Long.toString(code)) : Optional.empty();
        }

        @Override
        public long lowest() {
            return from;
        }

        @Override
        public long highest() {
            return to;
        }
    }
}
