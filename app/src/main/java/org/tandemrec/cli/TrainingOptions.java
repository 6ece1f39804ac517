package org.tandemrec.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tandemrec.data.BadInputException;
import org.tandemrec.training.Preset;
import org.tandemrec.training.TrainingConfig;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/**
 * How towers are trained: the preset's settings, those of a file in their place, those of options
 * in the place of both.
 */
final class TrainingOptions {
    private final Map<String, String> settings = new LinkedHashMap<>();

    private final Preset standard;
    private final Map<String, String> quick;

    @Option(
            names = "--preset",
            paramLabel = "P",
            description =
                    "Which towers and loss: ${COMPLETION-CANDIDATES} (default: fusion, in quickstart taste).",
            completionCandidates = Presets.class)
    private Optional<String> preset = Optional.empty();

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

    /** For a command whose preset is {@code fusion} where nothing is said. */
    TrainingOptions() {
        this(Preset.FUSION, Map.of());
    }

    /**
     * For a command.
     *
     * @param standard its preset where nothing is said
     * @param quick settings of that preset in the place of its own, where nothing is said
     */
    TrainingOptions(Preset standard, Map<String, String> quick) {
        this.standard = standard;
        this.quick = Map.copyOf(quick);
    }

    /** Gives a command one option for each setting of the presets. */
    void addTo(CommandSpec command) {
        Map<String, List<String>> presets = new LinkedHashMap<>();
        Map<String, String> meanings = new LinkedHashMap<>();
        for (Preset known : Preset.values()) {
            known.config(seed, 1)
                    .meanings()
                    .forEach(
                            (key, meaning) -> {
                                meanings.putIfAbsent(key, meaning);
                                presets.computeIfAbsent(key, _ -> new ArrayList<>())
                                        .add(known.label());
                            });
        }
        meanings.forEach(
                (key, meaning) ->
                        command.addOption(
                                option(
                                        key,
                                        "%s (%s)"
                                                .formatted(
                                                        meaning,
                                                        String.join(", ", presets.get(key))))));
    }

    private OptionSpec option(String key, String description) {
        return OptionSpec.builder("--" + key)
                .type(String.class)
                .paramLabel("VALUE")
                .description(description)
                .setter(
                        new ISetter() {
                            @Override
                            public <T> @Nullable T set(@Nullable T value) {
                                if (value != null) {
                                    settings.put(key, value.toString());
                                }
                                return value;
                            }
                        })
                .build();
    }

    Preset preset() {
        return preset.map(Preset::named).orElse(standard);
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
        Map<String, String> all = new LinkedHashMap<>(preset() == standard ? quick : Map.of());
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

    /** The presets there are, by their names. */
    static final class Presets implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Preset.values()).map(Preset::label).iterator();
        }
    }
}
