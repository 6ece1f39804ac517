package org.tandemrec.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.DocumentPart;
import org.tandemrec.data.Suggestion;

/** Reads what a mapping says of one input. */
final class InputMappingReader {
    private static final List<String> ENCODINGS = List.of("codes", "vocabulary", "number");
    private static final List<String> ASKING = List.of("value", "code");

    private final DocumentPart part;
    private final Path folder;

    private InputMappingReader(DocumentPart part, Path folder) {
        this.part = part;
        this.folder = folder;
    }

    /**
     * An input.
     *
     * @param folder which vocabularies are named relative to
     */
    static InputMapping read(DocumentPart part, Path folder) {
        part.withOnly(
                "field",
                "codes",
                "vocabulary",
                "number",
                "first",
                "width",
                "padding",
                "missing",
                "pattern",
                "words",
                "asked-by");
        return new InputMappingReader(part, folder).input();
    }

    private InputMapping input() {
        requireTogether("first", "vocabulary");
        requireTogether("padding", "width");
        return new InputMapping(
                part.require("field").text(),
                encoding(),
                part.find("width").map(width -> width.integer(1)).stream()
                        .mapToInt(Integer::intValue)
                        .findFirst(),
                code("padding").orElse(0),
                code("missing"),
                new ValueReading(part.find("pattern").map(this::pattern), words()),
                askedByCode());
    }

    private void requireTogether(String key, String other) {
        if (part.find(key).isPresent() && part.find(other).isEmpty()) {
            throw part.refusal("key '%s' is given without '%s'".formatted(key, other));
        }
    }

    private OptionalLong code(String key) {
        Optional<Integer> code = part.find(key).map(node -> node.integer(0));
        return code.isPresent() ? OptionalLong.of(code.get()) : OptionalLong.empty();
    }

    private Encoding encoding() {
        List<String> given = ENCODINGS.stream().filter(key -> part.find(key).isPresent()).toList();
        if (given.size() != 1) {
            throw part.refusal(
                    "found %s, expected one of %s"
                            .formatted(
                                    given.isEmpty() ? "no encoding" : String.join(" and ", given),
                                    String.join(", ", ENCODINGS)));
        }
        DocumentPart encoding = part.require(given.getFirst());
        return switch (given.getFirst()) {
            case "codes" -> codes(encoding);
            case "vocabulary" -> vocabulary(encoding);
            default -> numbers(encoding);
        };
    }

    private static Encoding codes(DocumentPart part) {
        Map<String, Long> codes = new LinkedHashMap<>();
        part.keys().forEach(value -> codes.put(value, (long) part.require(value).integer(0)));
        if (codes.isEmpty()) {
            throw part.refusal("found no values, expected a code for each");
        }
        return new Encoding.Listed(codes);
    }

    private static Encoding numbers(DocumentPart part) {
        part.withOnly("from", "to");
        int from = part.require("from").integer(0);
        return new Encoding.WholeNumbers(from, part.require("to").integer(from));
    }

    private Encoding vocabulary(DocumentPart name) {
        Path file = folder.resolve(name.text());
        List<String> lines = lines(name, file);
        Map<String, Integer> lineOf = new HashMap<>();
        for (String value : lines) {
            Integer before = lineOf.putIfAbsent(value, lineOf.size() + 1);
            if (before != null) {
                throw new BadInputException(
                        "%s:%d: '%s' stands in line %d already, expected every value once"
                                .formatted(file, lineOf.size() + 1, value, before));
            }
        }
        return Encoding.Listed.of(lines, code("first").orElse(0));
    }

    private static List<String> lines(DocumentPart name, Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.isEmpty()) {
                throw name.refusal("%s is empty, expected a value a line".formatted(file));
            }
            return lines;
        } catch (IOException unreadable) {
            throw name.refusal("%s cannot be read as UTF-8".formatted(file));
        }
    }

    private Pattern pattern(DocumentPart text) {
        try {
            Pattern pattern = Pattern.compile(text.text());
            if (pattern.matcher("").groupCount() > 0) {
                return pattern;
            }
            throw text.refusal("found no group, expected one around what is read");
        } catch (PatternSyntaxException malformed) {
            throw text.refusal("is no regular expression: " + malformed.getDescription());
        }
    }

    private Optional<ValueReading.WordSplit> words() {
        return part.find("words").map(InputMappingReader::words);
    }

    private static ValueReading.WordSplit words(DocumentPart text) {
        List<ValueReading.WordSplit> all = List.of(ValueReading.WordSplit.values());
        return all.get(place(text, all.stream().map(ValueReading.WordSplit::word).toList()));
    }

    private boolean askedByCode() {
        return part.find("asked-by").map(text -> place(text, ASKING) == 1).orElse(false);
    }

    private static int place(DocumentPart text, List<String> known) {
        String given = text.text();
        if (!known.contains(given)) {
            throw text.refusal(
                    "found '%s', expected one of %s%s"
                            .formatted(
                                    given,
                                    String.join(", ", known),
                                    Suggestion.hint(given, known)));
        }
        return known.indexOf(given);
    }
}
