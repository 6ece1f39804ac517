package org.tandemrec.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** From a recipe to a tree. */
final class RecipeWriter {
    private RecipeWriter() {}

    static ObjectNode tree(Recipe recipe) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        tree.put("name", recipe.name());
        tree.put("title", recipe.title());
        recipe.licence().ifPresent(licence -> tree.put("licence", licence));
        write(tree, "recognised-by", recipe.recognisedBy());
        recipe.scale().ifPresent(scale -> write(tree.putObject("value-scale"), scale));
        recipe.users().ifPresent(users -> write(tree.putObject("users"), users));
        write(tree.putObject("items"), recipe.items());
        write(tree.putObject("interactions"), recipe.interactions());
        return tree;
    }

    private static void write(ObjectNode tree, ValueScale scale) {
        tree.put("from", scale.from()).put("to", scale.to()).put("step", scale.step());
    }

    private static void write(ObjectNode tree, Source source) {
        tree.put("file", source.file());
        write(tree.putObject("format"), source.format());
        source.query().ifPresent(query -> tree.put("query", query));
        write(tree, "columns", source.columns());
        ObjectNode fields = tree.putObject("fields");
        source.fields().forEach(field -> write(fields.putObject(field.name()), field));
    }

    private static void write(ObjectNode tree, FileFormat format) {
        tree.put("kind", format.kind().word())
                .put("delimiter", format.delimiter())
                .put("header", format.header())
                .put("encoding", format.encoding())
                .put("quoted", format.quoted());
    }

    private static void write(ObjectNode tree, Field field) {
        tree.put("type", field.type().word()).put("column", field.column());
        field.pattern().ifPresent(pattern -> tree.put("pattern", pattern));
        field.cells().ifPresent(cells -> write(tree, cells));
        writeValues(tree, field.values());
        write(tree, "missing", field.missing());
        field.shortName().ifPresent(letter -> tree.put("short", letter));
        field.option().ifPresent(option -> tree.put("option", option));
        tree.put("input", field.input());
    }

    private static void write(ObjectNode tree, CellLayout cells) {
        switch (cells) {
            case CellLayout.Separated separated -> tree.put("separator", separated.separator());
            case CellLayout.Flags flags -> write(tree, "flags", flags.columns());
            case CellLayout.OtherFile other -> {
                ObjectNode file = tree.putObject("other-file");
                file.put("file", other.file());
                write(file, "columns", other.columns());
                file.put("key", other.key()).put("value", other.value());
            }
        }
    }

    private static void writeValues(ObjectNode tree, List<CategoryValue> values) {
        if (values.isEmpty()) {
            return;
        }
        ObjectNode map = tree.putObject("values");
        for (CategoryValue value : values) {
            ObjectNode entry = map.putObject(value.code());
            entry.put("label", value.label());
            value.range().ifPresent(range -> entry.put("range", range.toString()));
            value.askedAs().ifPresent(said -> entry.put("asked-as", said));
        }
    }

    private static void write(ObjectNode tree, String key, List<String> texts) {
        if (texts.isEmpty()) {
            return;
        }
        ArrayNode array = tree.putArray(key);
        texts.forEach(array::add);
    }
}
