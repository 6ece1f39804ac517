package org.tandemrec.importing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.DocumentPart;

/** Reads a mapping file: YAML, and nothing in it that is not understood. */
final class MappingReader {
    private static final int FORMAT = 1;
    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory())
                    .configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true);

    private final Path file;

    private MappingReader(Path file) {
        this.file = file;
    }

    /**
     * The mapping in a file.
     *
     * @throws BadInputException where a key is unknown, missing or has a value that cannot be, with
     *     its place
     */
    static Mapping read(Path file) {
        MappingReader reader = new MappingReader(file);
        return reader.mapping(new DocumentPart(file.toString(), "", reader.tree()));
    }

    private JsonNode tree() {
        try {
            return YAML.readTree(Files.readString(file));
        } catch (JsonProcessingException malformed) {
            int line = malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNr();
            String reason = malformed.getOriginalMessage().lines().findFirst().orElse("");
            throw new BadInputException(
                    "%s:%d: is no YAML: %s".formatted(file, line, reason), malformed);
        } catch (CharacterCodingException otherEncoding) {
            throw new BadInputException(
                    "%s is not UTF-8, expected a mapping in YAML".formatted(file), otherEncoding);
        } catch (IOException unreadable) {
            throw new BadInputException(
                    "%s cannot be read, expected a mapping in YAML".formatted(file), unreadable);
        }
    }

    private Mapping mapping(DocumentPart part) {
        part.withOnly("format", "name", "score", "rating", "user", "item");
        requireFormat(part.require("format"));
        DocumentPart score = part.require("score").withOnly("normalise", "scale");
        return new Mapping(
                name(part.require("name")),
                score.require("normalise").flag(),
                scale(score),
                part.find("rating").map(MappingReader::rating),
                tower(part.require("user")),
                tower(part.require("item")));
    }

    private static void requireFormat(DocumentPart part) {
        int format = part.integer(1);
        if (format != FORMAT) {
            throw part.refusal(
                    "found %d, this version reads %d; use a newer Tandem"
                            .formatted(format, FORMAT));
        }
    }

    private static String name(DocumentPart part) {
        String name = part.text();
        if (name.isBlank()) {
            throw part.refusal("found '', expected a name for the towers");
        }
        return name;
    }

    private static double scale(DocumentPart score) {
        double scale = score.find("scale").map(DocumentPart::number).orElse(1.0);
        if (!Double.isFinite(scale) || scale <= 0) {
            throw score.refusal("scale is %s, expected a number above 0".formatted(scale));
        }
        return scale;
    }

    private static Mapping.Rating rating(DocumentPart part) {
        part.withOnly("slope", "offset");
        return new Mapping.Rating(part.require("slope").number(), part.require("offset").number());
    }

    private Mapping.TowerMapping tower(DocumentPart part) {
        part.withOnly("output", "inputs");
        DocumentPart inputs = part.require("inputs");
        Map<String, InputMapping> byName = new LinkedHashMap<>();
        for (String name : inputs.keys()) {
            byName.put(name, InputMappingReader.read(inputs.require(name), folder()));
        }
        return new Mapping.TowerMapping(part.text("output"), byName);
    }

    private Path folder() {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    }
}
