package org.tandemrec.benchmarks;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tandemrec.data.BadInputException;

/** The options of a command line, each with its value: {@code --minutes 10}. */
record Arguments(Map<String, String> values) {
    Arguments {
        values = Map.copyOf(values);
    }

    /**
     * Reads options.
     *
     * @param known the options there are, without dashes
     * @throws BadInputException where one is unknown or has no value
     */
    static Arguments of(Set<String> known, String... arguments) {
        Map<String, String> values = new TreeMap<>();
        for (int at = 0; at < arguments.length; at += 2) {
            String name = arguments[at].replaceFirst("^--", "");
            if (!arguments[at].startsWith("--") || !known.contains(name)) {
                throw new BadInputException(
                        "found '%s', expected one of --%s"
                                .formatted(
                                        arguments[at], String.join(", --", new TreeSet<>(known))));
            }
            if (at + 1 == arguments.length) {
                throw new BadInputException("--%s has no value".formatted(name));
            }
            values.put(name, arguments[at + 1]);
        }
        return new Arguments(values);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String required(String name) {
        return text(name)
                .orElseThrow(() -> new BadInputException("--%s is missing".formatted(name)));
    }

    /** A whole number of at least 1. */
    int number(String name, int usual) {
        return text(name).map(text -> parse(name, text)).orElse(usual);
    }

    private static int parse(String name, String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new BadInputException(
                    "--%s is '%s', expected a whole number from 1 on".formatted(name, text));
        }
        return Integer.parseInt(text);
    }
}
