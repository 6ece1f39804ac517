package org.tandemrec.benchmarks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.util.Map;

/** Writes one JSON object a line. */
final class JsonLines {
    private final ObjectMapper json = new ObjectMapper();
    private final PrintStream out;

    JsonLines(PrintStream out) {
        this.out = out;
    }

    /** Prints an object of numbers, texts and records, keys in the map's order. */
    void print(Map<String, Object> object) {
        try {
            out.println(json.writeValueAsString(object));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("no JSON for " + object, unwritable);
        }
    }
}
