package org.tandemrec.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tandemrec.features.Vocabularies;
import org.tandemrec.features.Vocabulary;

/** The bundle's larger JSON files, read and written as streams: vocabularies and catalogue. */
final class JsonFiles {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonFiles() {}

    /** {@code {"users": {"id": ["1", …], …}, "items": {…}}}; the first value is row 1. */
    static void writeVocabularies(Vocabularies vocabularies, Path file) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(Files.newBufferedWriter(file))) {
            json.writeStartObject();
            writeSide(json, "users", vocabularies.users());
            writeSide(json, "items", vocabularies.items());
            json.writeEndObject();
        }
    }

    private static void writeSide(JsonGenerator json, String side, Map<String, Vocabulary> fields)
            throws IOException {
        json.writeObjectFieldStart(side);
        for (Map.Entry<String, Vocabulary> field : fields.entrySet()) {
            writeStrings(json, field.getKey(), field.getValue().values());
        }
        json.writeEndObject();
    }

    private static void writeStrings(JsonGenerator json, String name, List<String> values)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    static Vocabularies readVocabularies(byte[] file) throws IOException {
        Map<String, Map<String, Vocabulary>> sides = new LinkedHashMap<>();
        try (JsonParser json = FACTORY.createParser(file)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String side = json.currentName();
                json.nextToken();
                sides.put(side, readSide(json));
            }
        }
        return new Vocabularies(
                sides.getOrDefault("users", Map.of()), sides.getOrDefault("items", Map.of()));
    }

    private static Map<String, Vocabulary> readSide(JsonParser json) throws IOException {
        Map<String, Vocabulary> fields = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            fields.put(field, new Vocabulary(readStrings(json)));
        }
        return fields;
    }

    private static List<String> readStrings(JsonParser json) throws IOException {
        List<String> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(json.getText());
        }
        return values;
    }

    /** One object a line, in the order of the items' rows: id, title, categories, numbers. */
    static void writeCatalogue(List<CatalogueItem> items, Path file) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file);
                JsonGenerator json = FACTORY.createGenerator(lines)) {
            json.setRootValueSeparator(new SerializedString("\n"));
            for (CatalogueItem item : items) {
                writeItem(json, item);
            }
            json.writeRaw("\n");
        }
    }

    private static void writeItem(JsonGenerator json, CatalogueItem item) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", item.id());
        json.writeStringField("title", item.title());
        json.writeNumberField("interactions", item.interactions());
        json.writeObjectFieldStart("categories");
        for (Map.Entry<String, List<String>> field : item.categories().entrySet()) {
            writeStrings(json, field.getKey(), field.getValue());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("numbers");
        for (Map.Entry<String, Double> field : item.numbers().entrySet()) {
            json.writeNumberField(field.getKey(), field.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    static List<CatalogueItem> readCatalogue(byte[] file) throws IOException {
        List<CatalogueItem> items = new ArrayList<>();
        try (JsonParser json = FACTORY.createParser(file)) {
            while (json.nextToken() == JsonToken.START_OBJECT) {
                items.add(readItem(json));
            }
        }
        return items;
    }

    private static CatalogueItem readItem(JsonParser json) throws IOException {
        String id = "";
        String title = "";
        int interactions = 0;
        Map<String, List<String>> categories = new LinkedHashMap<>();
        Map<String, Double> numbers = new LinkedHashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "id" -> id = json.getText();
                case "title" -> title = json.getText();
                case "interactions" -> interactions = json.getIntValue();
                case "categories" -> readCategories(json, categories);
                case "numbers" -> readNumbers(json, numbers);
                default -> throw new IOException("unknown key '" + name + "'");
            }
        }
        return new CatalogueItem(id, title, categories, numbers, interactions);
    }

    private static void readCategories(JsonParser json, Map<String, List<String>> categories)
            throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            categories.put(field, List.copyOf(readStrings(json)));
        }
    }

    private static void readNumbers(JsonParser json, Map<String, Double> numbers)
            throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            json.nextToken();
            numbers.put(field, json.getDoubleValue());
        }
    }
}
