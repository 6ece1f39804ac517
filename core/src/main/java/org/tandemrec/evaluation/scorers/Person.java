package org.tandemrec.evaluation.scorers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Somebody a recommender is asked about: a user it met in the train part, or a cold person of whom
 * attributes are known, and perhaps some interactions.
 *
 * @param user the id, present exactly where the train part has an interaction of this user
 * @param attributes the values of each known attribute by the recipe's field name, in the recipe's
 *     order; a category has one value, the code in the files
 * @param history what is known of their interactions; empty where nothing is
 * @param now the moment of the request in seconds since 1970, present only where it may be known
 */
public record Person(
        Optional<String> user,
        Map<String, List<String>> attributes,
        History history,
        OptionalLong now) {
    public Person {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        attributes.forEach((field, values) -> copy.put(field, List.copyOf(values)));
        attributes = Collections.unmodifiableMap(copy);
    }

    /** Somebody at an unknown moment. */
    public Person(Optional<String> user, Map<String, List<String>> attributes, History history) {
        this(user, attributes, history, OptionalLong.empty());
    }

    /** Somebody of whom only attributes are known. */
    public static Person cold(Map<String, List<String>> attributes) {
        return new Person(Optional.empty(), attributes, History.empty());
    }

    /** The same person at that moment. */
    public Person at(OptionalLong moment) {
        return new Person(user, attributes, history, moment);
    }

    /** The only or first value of an attribute. */
    public Optional<String> attribute(String field) {
        return attributes.getOrDefault(field, List.of()).stream().findFirst();
    }
}
