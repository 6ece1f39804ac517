package org.tandemrec.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tandemrec.features.FieldKind;
import org.tandemrec.features.HistoryInput;
import org.tandemrec.features.HistoryPart;

/** From JSON to a manifest. Every key has to be there and of its type; further keys are left. */
final class ManifestReader {
    static final String RATINGS = "ratings";
    static final String RATING_DIMENSION = "ratingDimension";
    static final String USER_HISTORY = "userHistory";
    static final String ITEM_HISTORY = "itemHistory";
    static final String UNKNOWN = "unknown";
    static final String REFUSED = "refused";
    static final String STAND_IN = "standIn";

    private ManifestReader() {}

    /** The format's number, which every version of the manifest has. */
    static int format(JsonNode tree) throws IOException {
        return integer(tree, "format");
    }

    static Manifest manifest(JsonNode tree) throws IOException {
        try {
            return new Manifest(
                    text(tree, "id"),
                    Instant.parse(text(tree, "created")),
                    text(tree, "preset"),
                    require(tree, "seed", JsonNode::isIntegralNumber, "a whole number").asLong(),
                    data(object(tree, "data")),
                    integer(tree, "dimension"),
                    tree.has(RATINGS)
                            ? Optional.of(ratings(object(tree, RATINGS)))
                            : Optional.empty(),
                    tree.has(RATING_DIMENSION)
                            ? OptionalInt.of(integer(tree, RATING_DIMENSION))
                            : OptionalInt.empty(),
                    inputs(tree, "userInputs"),
                    inputs(tree, "itemInputs"),
                    history(tree, USER_HISTORY),
                    history(tree, ITEM_HISTORY),
                    map(object(tree, "metrics"), JsonNode::asDouble),
                    map(object(tree, "settings"), JsonNode::asText),
                    map(object(tree, "versions"), JsonNode::asText),
                    map(object(tree, "files"), JsonNode::asText));
        } catch (DateTimeException | IllegalArgumentException cannotBe) {
            throw new IOException(cannotBe.getMessage(), cannotBe);
        }
    }

    private static Manifest.DataSummary data(JsonNode tree) throws IOException {
        return new Manifest.DataSummary(
                text(tree, "recipe"),
                integer(tree, "users"),
                integer(tree, "items"),
                integer(tree, "interactions"));
    }

    private static RatingScale ratings(JsonNode tree) throws IOException {
        return new RatingScale(
                number(tree, "slope"),
                number(tree, "offset"),
                number(tree, "low"),
                number(tree, "high"));
    }

    private static List<TowerInput> inputs(JsonNode tree, String key) throws IOException {
        List<TowerInput> inputs = new ArrayList<>();
        for (JsonNode input : require(tree, key, JsonNode::isArray, "a list")) {
            inputs.add(
                    new TowerInput(
                            text(input, "field"),
                            kind(text(input, "kind")),
                            integer(input, "width"),
                            integer(input, "rows"),
                            unknown(input)));
        }
        return inputs;
    }

    private static Optional<HistoryInput> history(JsonNode tree, String key) throws IOException {
        if (!tree.has(key)) {
            return Optional.empty();
        }
        JsonNode history = object(tree, key);
        Set<HistoryPart> parts = EnumSet.noneOf(HistoryPart.class);
        for (JsonNode part : require(history, "parts", JsonNode::isArray, "a list")) {
            parts.add(part(part.asText()));
        }
        return Optional.of(
                new HistoryInput(
                        parts, integer(history, "longest"), (float) number(history, "likedValue")));
    }

    private static HistoryPart part(String label) {
        for (HistoryPart part : HistoryPart.values()) {
            if (part.label().equals(label)) {
                return part;
            }
        }
        throw new IllegalArgumentException("part of a history is '%s'".formatted(label));
    }

    private static UnknownCode unknown(JsonNode input) throws IOException {
        if (!input.has(UNKNOWN)) {
            return new UnknownCode.OwnRow();
        }
        String word = text(input, UNKNOWN);
        return switch (word) {
            case REFUSED -> new UnknownCode.Refused();
            case STAND_IN -> new UnknownCode.StandIn(text(input, STAND_IN));
            default -> throw new IOException("unknown is '%s'".formatted(word));
        };
    }

    private static FieldKind kind(String word) {
        for (FieldKind kind : FieldKind.values()) {
            if (word(kind).equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("kind of input is '%s'".formatted(word));
    }

    /** The word that manifests use. */
    static String word(FieldKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String text(JsonNode tree, String key) throws IOException {
        return require(tree, key, JsonNode::isTextual, "a text").textValue();
    }

    private static int integer(JsonNode tree, String key) throws IOException {
        return require(tree, key, JsonNode::canConvertToInt, "a whole number").intValue();
    }

    private static double number(JsonNode tree, String key) throws IOException {
        return require(tree, key, JsonNode::isNumber, "a number").doubleValue();
    }

    private static JsonNode object(JsonNode tree, String key) throws IOException {
        return require(tree, key, JsonNode::isObject, "a map");
    }

    private static JsonNode require(
            JsonNode tree, String key, Predicate<JsonNode> isRight, String expected)
            throws IOException {
        JsonNode value = tree.path(key);
        if (!isRight.test(value)) {
            throw new IOException("key '%s' is not %s".formatted(key, expected));
        }
        return value;
    }

    private static <V> Map<String, V> map(JsonNode tree, Function<JsonNode, V> value) {
        Map<String, V> map = new LinkedHashMap<>();
        tree.properties().forEach(entry -> map.put(entry.getKey(), value.apply(entry.getValue())));
        return map;
    }
}
