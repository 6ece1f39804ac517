package org.tandemrec.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tandemrec.data.BadInputException;
import org.tandemrec.training.Preset;
import org.tandemrec.training.TrainingConfig;
import picocli.CommandLine.Option;

/**
 * How towers are trained: the preset's settings, those of a file in their place, those of options
 * in the place of both.
 */
final class TrainingOptions {
    private final Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--preset",
            paramLabel = "P",
            defaultValue = "fusion",
            description = "Which towers and loss: fusion (default: ${DEFAULT-VALUE}).")
    private String preset = "fusion";

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "Settings as YAML; the keys are the options' names without dashes.")
    private @Nullable Path file;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of everything drawn by chance (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "0",
            description = "They do not change the result (default: all processors).")
    private int threads;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "Passes over the interactions at most.")
    void epochs(String value) {
        settings.put("epochs", value);
    }

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "Epochs without a better validation before training stops.")
    void patience(String value) {
        settings.put("patience", value);
    }

    @Option(names = "--batch-size", paramLabel = "N", description = "Interactions a step.")
    void batchSize(String value) {
        settings.put("batch-size", value);
    }

    @Option(names = "--learning-rate", paramLabel = "X", description = "Highest rate of the cycle.")
    void learningRate(String value) {
        settings.put("learning-rate", value);
    }

    @Option(
            names = "--decay",
            paramLabel = "X",
            description = "Each step takes rate x decay of every parameter away.")
    void decay(String value) {
        settings.put("decay", value);
    }

    @Option(
            names = "--id-dropout",
            paramLabel = "SHARE",
            description = "How often an id is hidden in a batch.")
    void idDropout(String value) {
        settings.put("id-dropout", value);
    }

    @Option(
            names = "--attribute-dropout",
            paramLabel = "SHARE",
            description = "How often an attribute is hidden in a batch.")
    void attributeDropout(String value) {
        settings.put("attribute-dropout", value);
    }

    @Option(
            names = "--familiarity",
            paramLabel = "X",
            description = "Interactions that make an id half trusted.")
    void familiarity(String value) {
        settings.put("familiarity", value);
    }

    @Option(
            names = "--validation-fraction",
            paramLabel = "SHARE",
            description = "Part of the interactions kept for choosing the best epoch.")
    void validationFraction(String value) {
        settings.put("validation-fraction", value);
    }

    @Option(names = "--id-width", paramLabel = "N", description = "Width of an id's embedding.")
    void idWidth(String value) {
        settings.put("id-width", value);
    }

    @Option(
            names = "--attribute-width",
            paramLabel = "N",
            description = "Width of a category's embedding.")
    void attributeWidth(String value) {
        settings.put("attribute-width", value);
    }

    @Option(names = "--word-width", paramLabel = "N", description = "Width of a word's embedding.")
    void wordWidth(String value) {
        settings.put("word-width", value);
    }

    @Option(names = "--text-width", paramLabel = "N", description = "How many filters read a text.")
    void textWidth(String value) {
        settings.put("text-width", value);
    }

    @Option(names = "--vector-width", paramLabel = "N", description = "Width of a tower's output.")
    void vectorWidth(String value) {
        settings.put("vector-width", value);
    }

    @Option(
            names = "--refit",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Train anew on all interactions once the best epoch is known.")
    void refit(String value) {
        settings.put("refit", value);
    }

    Preset preset() {
        return Preset.named(preset);
    }

    long seed() {
        return seed;
    }

    int threads() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }

    /**
     * The settings.
     *
     * @throws BadInputException for an unknown key or a value out of its range
     */
    TrainingConfig config() {
        Map<String, String> all = new LinkedHashMap<>();
        if (file != null) {
            all.putAll(read(file));
        }
        all.putAll(settings);
        return preset().config(seed, threads()).with(all);
    }

    private static Map<String, String> read(Path file) {
        try {
            JsonNode tree = new ObjectMapper(new YAMLFactory()).readTree(file.toFile());
            Map<String, String> read = new LinkedHashMap<>();
            tree.properties().forEach(entry -> read.put(entry.getKey(), entry.getValue().asText()));
            return read;
        } catch (IOException unreadable) {
            String reason = String.valueOf(unreadable.getMessage()).lines().findFirst().orElse("");
            throw new BadInputException(
                    "%s cannot be read: %s".formatted(file, reason), unreadable);
        }
    }
}
