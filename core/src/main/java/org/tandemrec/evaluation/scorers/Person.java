package org.tandemrec.evaluation.scorers;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody a recommender is asked about: a user it met in the train part, or a cold person of whom
 * only attributes are known.
 *
 * @param user the id, present exactly where the train part has an interaction of this user
 * @param attributes the values of each known attribute by the recipe's field name, in the recipe's
 *     order; a category has one value, the code in the files
 * @param history what is known of their interactions; empty for a cold person
 */
public record Person(Optional<String> user, Map<String, List<String>> attributes, History history) {
    public Person {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        attributes.forEach((field, values) -> copy.put(field, List.copyOf(values)));
        attributes = Collections.unmodifiableMap(copy);
    }

    /** Somebody of whom only attributes are known. */
    public static Person cold(Map<String, List<String>> attributes) {
        return new Person(Optional.empty(), attributes, History.empty());
    }

    /** The only or first value of an attribute. */
    public Optional<String> attribute(String field) {
        return attributes.getOrDefault(field, List.of()).stream().findFirst();
    }
}
