package org.tandemrec.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** From a tree to a recipe. */
final class RecipeReader {
    private static final String DEFAULT_SEPARATOR = "|";

    private final String origin;

    RecipeReader(String origin) {
        this.origin = origin;
    }

    Recipe recipe(DocumentPart part) {
        part.withOnly(
                "name",
                "title",
                "licence",
                "recognised-by",
                "value-scale",
                "format",
                "users",
                "items",
                "interactions");
        Optional<DocumentPart> common = part.find("format");
        Optional<Source> users = part.find("users").map(source -> source(source, common));
        Source items = source(part.require("items"), common);
        Source interactions = source(part.require("interactions"), common);
        Optional<ValueScale> scale = part.find("value-scale").map(RecipeReader::scale);
        String name = part.require("name").text();
        return part.make(
                () ->
                        new Recipe(
                                name,
                                part.text("title").orElse(name),
                                part.text("licence"),
                                part.texts("recognised-by"),
                                users,
                                items,
                                interactions,
                                scale));
    }

    private static ValueScale scale(DocumentPart part) {
        part.withOnly("from", "to", "step");
        double from = part.require("from").number();
        double to = part.require("to").number();
        double step = part.find("step").map(DocumentPart::number).orElse(1.0);
        return part.make(() -> new ValueScale(from, to, step));
    }

    private Source source(DocumentPart part, Optional<DocumentPart> commonFormat) {
        part.withOnly("file", "format", "query", "columns", "fields");
        String file = part.require("file").text();
        List<String> columns = part.texts("columns");
        DocumentPart formatPart =
                part.find("format").or(() -> commonFormat).orElseGet(() -> emptyPart(part));
        FileFormat format = format(formatPart, file, columns.isEmpty());
        DocumentPart fieldsPart = part.require("fields");
        List<Field> fields =
                fieldsPart.keys().stream()
                        .map(name -> field(name, fieldsPart.require(name)))
                        .toList();
        return part.make(() -> new Source(file, format, part.text("query"), columns, fields));
    }

    private DocumentPart emptyPart(DocumentPart parent) {
        return new DocumentPart(origin, parent.place(), JsonNodeFactory.instance.objectNode());
    }

    private static FileFormat format(DocumentPart part, String file, boolean named) {
        part.withOnly("kind", "delimiter", "header", "encoding", "quoted");
        FileFormat.Kind kind =
                part.find("kind").map(RecipeReader::kind).orElseGet(() -> FileFormat.kindOf(file));
        String delimiter = part.text("delimiter").orElseGet(() -> FileFormat.delimiterOf(file));
        boolean header = part.find("header").map(DocumentPart::flag).orElse(named);
        String encoding = part.text("encoding").orElse("utf-8").toLowerCase(Locale.ROOT);
        boolean quoted =
                part.find("quoted")
                        .map(DocumentPart::flag)
                        .orElse(delimiter.equals(",") || delimiter.equals(";"));
        return part.make(() -> new FileFormat(kind, delimiter, header, encoding, quoted));
    }

    private static FileFormat.Kind kind(DocumentPart part) {
        return word(part, FileFormat.Kind.values(), FileFormat.Kind::word);
    }

    private static Field field(String name, DocumentPart part) {
        part.withOnly(
                "type",
                "column",
                "pattern",
                "separator",
                "flags",
                "other-file",
                "values",
                "missing",
                "short",
                "option",
                "input");
        FieldType type = word(part.require("type"), FieldType.values(), FieldType::word);
        List<CategoryValue> values =
                part.find("values").map(RecipeReader::values).orElse(List.of());
        Optional<CellLayout> cells = cells(part, type);
        boolean input = part.find("input").map(DocumentPart::flag).orElse(true);
        return part.make(
                () ->
                        new Field(
                                name,
                                type,
                                part.text("column").orElse(name),
                                part.text("pattern"),
                                cells,
                                values,
                                part.text("short"),
                                part.text("option"),
                                input,
                                part.texts("missing")));
    }

    private static Optional<CellLayout> cells(DocumentPart part, FieldType type) {
        Optional<CellLayout> flags =
                part.find("flags").map(list -> new CellLayout.Flags(part.texts("flags")));
        Optional<CellLayout> otherFile = part.find("other-file").map(RecipeReader::otherFile);
        Optional<CellLayout> separated =
                part.find("separator")
                        .map(text -> text.make(() -> new CellLayout.Separated(text.text())));
        List<CellLayout> given =
                Stream.of(flags, otherFile, separated).flatMap(Optional::stream).toList();
        if (given.size() > 1) {
            throw part.refusal("found several of separator, flags, other-file, expected one");
        }
        if (given.isEmpty() && type == FieldType.CATEGORIES) {
            return Optional.of(new CellLayout.Separated(DEFAULT_SEPARATOR));
        }
        return given.stream().findFirst();
    }

    private static CellLayout otherFile(DocumentPart part) {
        part.withOnly("file", "columns", "key", "value");
        String file = part.require("file").text();
        String key = part.require("key").text();
        String value = part.require("value").text();
        return part.make(() -> new CellLayout.OtherFile(file, part.texts("columns"), key, value));
    }

    private static List<CategoryValue> values(DocumentPart part) {
        if (part.isList()) {
            return part.elements().stream().map(element -> value(element.text(), element)).toList();
        }
        return part.keys().stream().map(code -> value(code, part.require(code))).toList();
    }

    private static CategoryValue value(String code, DocumentPart part) {
        if (!part.isMap()) {
            return part.make(() -> new CategoryValue(code, part.text(), Optional.empty()));
        }
        part.withOnly("label", "range", "asked-as");
        String label = part.text("label").orElse(code);
        return part.make(
                () ->
                        new CategoryValue(
                                code,
                                label,
                                part.text("range").map(NumberRange::parse),
                                part.text("asked-as")));
    }

    private static <E> E word(DocumentPart part, E[] all, Function<E, String> wordOf) {
        String given = part.text();
        List<String> words = Arrays.stream(all).map(wordOf).toList();
        if (!words.contains(given)) {
            throw part.refusal(
                    "found '%s', expected one of %s%s"
                            .formatted(
                                    given,
                                    String.join(", ", words),
                                    Suggestion.hint(given, words)));
        }
        return all[words.indexOf(given)];
    }
}
