package org.tandemrec.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.tandemrec.data.BadInputException;
import org.tandemrec.features.FieldKind;

/** A manifest as JSON. */
final class ManifestFormat {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ManifestFormat() {}

    static void write(Manifest manifest, Path file) throws IOException {
        MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), tree(manifest));
    }

    private static ObjectNode tree(Manifest manifest) {
        ObjectNode tree = MAPPER.createObjectNode();
        tree.put("format", Manifest.FORMAT);
        tree.put("id", manifest.id());
        tree.put("created", manifest.created().toString());
        tree.put("preset", manifest.preset());
        tree.put("seed", manifest.seed());
        tree.putObject("data")
                .put("recipe", manifest.data().recipe())
                .put("users", manifest.data().users())
                .put("items", manifest.data().items())
                .put("interactions", manifest.data().interactions());
        tree.put("dimension", manifest.dimension());
        tree.putObject("ratings")
                .put("slope", manifest.ratings().slope())
                .put("offset", manifest.ratings().offset())
                .put("low", manifest.ratings().low())
                .put("high", manifest.ratings().high());
        writeInputs(tree.putArray("userInputs"), manifest.userInputs());
        writeInputs(tree.putArray("itemInputs"), manifest.itemInputs());
        manifest.metrics().forEach(tree.putObject("metrics")::put);
        manifest.settings().forEach(tree.putObject("settings")::put);
        manifest.versions().forEach(tree.putObject("versions")::put);
        manifest.files().forEach(tree.putObject("files")::put);
        return tree;
    }

    private static void writeInputs(ArrayNode array, List<TowerInput> inputs) {
        for (TowerInput input : inputs) {
            array.addObject()
                    .put("field", input.field())
                    .put("kind", input.kind().name().toLowerCase(Locale.ROOT))
                    .put("width", input.width())
                    .put("rows", input.rows());
        }
    }

    /**
     * Reads a manifest.
     *
     * @throws BadInputException where the format is newer than {@link Manifest#FORMAT}
     * @throws IOException where it is no manifest
     */
    static Manifest read(Path file) throws IOException {
        JsonNode tree = MAPPER.readTree(file.toFile());
        int format = require(tree, "format").asInt();
        if (format > Manifest.FORMAT) {
            throw new BadInputException(
                    "%s: format is %d, this version reads up to %d; use a newer Tandem"
                            .formatted(file, format, Manifest.FORMAT));
        }
        JsonNode data = require(tree, "data");
        JsonNode ratings = require(tree, "ratings");
        return new Manifest(
                require(tree, "id").asText(),
                Instant.parse(require(tree, "created").asText()),
                require(tree, "preset").asText(),
                require(tree, "seed").asLong(),
                new Manifest.DataSummary(
                        require(data, "recipe").asText(),
                        require(data, "users").asInt(),
                        require(data, "items").asInt(),
                        require(data, "interactions").asInt()),
                require(tree, "dimension").asInt(),
                new RatingScale(
                        require(ratings, "slope").asDouble(),
                        require(ratings, "offset").asDouble(),
                        require(ratings, "low").asDouble(),
                        require(ratings, "high").asDouble()),
                readInputs(require(tree, "userInputs")),
                readInputs(require(tree, "itemInputs")),
                readMap(require(tree, "metrics"), JsonNode::asDouble),
                readMap(require(tree, "settings"), JsonNode::asText),
                readMap(require(tree, "versions"), JsonNode::asText),
                readMap(require(tree, "files"), JsonNode::asText));
    }

    private static JsonNode require(JsonNode tree, String key) throws IOException {
        JsonNode value = tree.get(key);
        if (value == null) {
            throw new IOException("key '" + key + "' is missing");
        }
        return value;
    }

    private static List<TowerInput> readInputs(JsonNode array) throws IOException {
        List<TowerInput> inputs = new ArrayList<>();
        for (JsonNode input : array) {
            inputs.add(
                    new TowerInput(
                            require(input, "field").asText(),
                            FieldKind.valueOf(
                                    require(input, "kind").asText().toUpperCase(Locale.ROOT)),
                            require(input, "width").asInt(),
                            require(input, "rows").asInt()));
        }
        return inputs;
    }

    private static <V> Map<String, V> readMap(JsonNode tree, Function<JsonNode, V> value) {
        Map<String, V> map = new LinkedHashMap<>();
        tree.properties().forEach(entry -> map.put(entry.getKey(), value.apply(entry.getValue())));
        return map;
    }
}
