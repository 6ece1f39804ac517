package org.tandemrec.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A node of a recipe's or another settings file's tree and where it stands. What it does not
 * understand it refuses with its place.
 *
 * @param origin the file's name
 * @param place the keys that lead to the node, joined by dots; empty at the root
 * @param node the node itself
 */
public record DocumentPart(String origin, String place, JsonNode node) {
    /** This node, which has to be a map with no other keys than these. */
    public DocumentPart withOnly(String... keys) {
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
    public List<String> keys() {
        if (!node.isObject()) {
            throw refusal("found %s, expected a map of keys".formatted(kind()));
        }
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    /** What stands under the key; empty where nothing does. */
    public Optional<DocumentPart> find(String key) {
        return Optional.ofNullable(node.get(key))
                .filter(child -> !child.isNull())
                .map(
                        child ->
                                new DocumentPart(
                                        origin, place.isEmpty() ? key : place + "." + key, child));
    }

    /** What stands under the key, which has to be there. */
    public DocumentPart require(String key) {
        return find(key).orElseThrow(() -> refusal("key '%s' is missing".formatted(key)));
    }

    public boolean isMap() {
        return node.isObject();
    }

    public boolean isList() {
        return node.isArray();
    }

    /** The text of this node; a number counts as one. */
    public String text() {
        if (node.isContainerNode() || node.isNull()) {
            throw refusal("found %s, expected a text".formatted(kind()));
        }
        return node.asText();
    }

    /** The text under the key; empty where there is no such key. */
    public Optional<String> text(String key) {
        return find(key).map(DocumentPart::text);
    }

    /** The number of this node. */
    public double number() {
        if (!node.isNumber()) {
            throw refusal("found %s, expected a number".formatted(kind()));
        }
        return node.doubleValue();
    }

    /** The whole number of this node, which has to be at least this. */
    public int integer(int least) {
        if (!node.canConvertToInt() || !node.isIntegralNumber() || node.intValue() < least) {
            throw refusal("found %s, expected a whole number from %d".formatted(kind(), least));
        }
        return node.intValue();
    }

    /** Whether this node says true. */
    public boolean flag() {
        if (!node.isBoolean()) {
            throw refusal("found %s, expected true or false".formatted(kind()));
        }
        return node.booleanValue();
    }

    /** The elements of this list. */
    public List<DocumentPart> elements() {
        if (!node.isArray()) {
            throw refusal("found %s, expected a list".formatted(kind()));
        }
        List<DocumentPart> elements = new ArrayList<>();
        node.forEach(child -> elements.add(new DocumentPart(origin, place, child)));
        return elements;
    }

    /** The texts of the list under the key; none where there is no such key. */
    public List<String> texts(String key) {
        return find(key).stream()
                .flatMap(list -> list.elements().stream())
                .map(DocumentPart::text)
                .toList();
    }

    /** Makes a value from this part; where the value refuses, the message gets this place. */
    public <V> V make(Supplier<V> value) {
        try {
            return value.get();
        } catch (BadInputException refused) {
            throw new BadInputException(where() + refused.getMessage(), refused);
        }
    }

    /** A refusal of this part, with its place. */
    public BadInputException refusal(String problem) {
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
