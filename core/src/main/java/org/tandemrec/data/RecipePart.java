package org.tandemrec.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A node of a recipe's tree and where it stands.
 *
 * @param origin the file's name
 * @param place the keys that lead to the node, joined by dots; empty at the root
 * @param node the node itself
 */
record RecipePart(String origin, String place, JsonNode node) {
    /** This node, which has to be a map with no other keys than these. */
    RecipePart withOnly(String... keys) {
        List<String> allowed = Arrays.asList(keys);
        for (String key : keys()) {
            if (!allowed.contains(key)) {
                throw refusal(
                        "unknown key '%s', expected one of %s%s"
                                .formatted(
                                        key,
                                        String.join(", ", allowed),
                                        Suggestion.hint(key, allowed)));
            }
        }
        return this;
    }

    /** The keys of this map, in the document's order. */
    List<String> keys() {
        if (!node.isObject()) {
            throw refusal("found %s, expected a map of keys".formatted(kind()));
        }
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** What stands under the key; empty where nothing does. */
    Optional<RecipePart> find(String key) {
        return Optional.ofNullable(node.get(key))
                .filter(child -> !child.isNull())
                .map(
                        child ->
                                new RecipePart(
                                        origin, place.isEmpty() ? key : place + "." + key, child));
    }

    RecipePart require(String key) {
        return find(key).orElseThrow(() -> refusal("key '%s' is missing".formatted(key)));
    }

    boolean isMap() {
        return node.isObject();
    }

    boolean isList() {
        return node.isArray();
    }

    String text() {
        if (node.isContainerNode() || node.isNull()) {
            throw refusal("found %s, expected a text".formatted(kind()));
        }
        return node.asText();
    }

    Optional<String> text(String key) {
        return find(key).map(RecipePart::text);
    }

    double number() {
        if (!node.isNumber()) {
            throw refusal("found %s, expected a number".formatted(kind()));
        }
        return node.doubleValue();
    }

    boolean flag() {
        if (!node.isBoolean()) {
            throw refusal("found %s, expected true or false".formatted(kind()));
        }
        return node.booleanValue();
    }

    /** The elements of this list. */
    List<RecipePart> elements() {
        if (!node.isArray()) {
            throw refusal("found %s, expected a list".formatted(kind()));
        }
        List<RecipePart> elements = new ArrayList<>();
        node.forEach(child -> elements.add(new RecipePart(origin, place, child)));
        return elements;
    }

    /** The texts of the list under the key; none where there is no such key. */
    List<String> texts(String key) {
        return find(key).stream()
                .flatMap(list -> list.elements().stream())
                .map(RecipePart::text)
                .toList();
    }

    /** Makes a value from this part; where the value refuses, the message gets this place. */
    <V> V make(Supplier<V> value) {
        try {
            return value.get();
        } catch (BadInputException refused) {
            throw new BadInputException(where() + refused.getMessage(), refused);
        }
    }

    /** A refusal of this part, with its place. */
    BadInputException refusal(String problem) {
        return new BadInputException(where() + problem);
    }

    private String where() {
        return place.isEmpty() ? origin + ": " : "%s: %s: ".formatted(origin, place);
    }

    private String kind() {
        return switch (node.getNodeType()) {
            case OBJECT, POJO -> "a map of keys";
            case ARRAY -> "a list";
            case NULL, MISSING -> "nothing";
            case BOOLEAN, NUMBER, STRING, BINARY -> "'" + node.asText() + "'";
        };
    }
}
