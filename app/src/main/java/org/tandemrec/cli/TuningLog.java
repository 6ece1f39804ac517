package org.tandemrec.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tandemrec.data.BadInputException;
import org.tandemrec.training.Trial;

/**
 * What a tuning has tried, one JSON document a line: first what is tuned, then a line a trial,
 * written when the trial is done, so that a tuning goes on where it was broken off.
 */
final class TuningLog {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final List<Trial> trials = new ArrayList<>();

    private TuningLog(Path file) {
        this.file = file;
    }

    /**
     * Opens a log, or begins one.
     *
     * @param subject what is tuned: trials of anything else do not belong beside these
     * @throws BadInputException where the file is the log of something else, or none
     */
    static TuningLog open(Path file, ObjectNode subject) {
        TuningLog log = new TuningLog(file);
        try {
            if (Files.exists(file)) {
                log.read(subject);
            } else {
                Files.writeString(file, subject + "\n", StandardOpenOption.CREATE_NEW);
            }
        } catch (IOException failed) {
            throw unusable(file, failed);
        }
        return log;
    }

    private void read(ObjectNode subject) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (lines.isEmpty() || !tree(lines.getFirst()).equals(tree(subject.toString()))) {
            throw new BadInputException(
                    "%s is no log of this tuning; give the same data and options, or another --log"
                            .formatted(file));
        }
        for (String line : lines.subList(1, lines.size())) {
            JsonNode tree = tree(line);
            Map<String, String> settings = new LinkedHashMap<>();
            tree.path("settings")
                    .properties()
                    .forEach(entry -> settings.put(entry.getKey(), entry.getValue().asText()));
            trials.add(
                    new Trial(trials.size(), settings, tree.path("figure").asDouble(Double.NaN)));
        }
    }

    private JsonNode tree(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException broken) {
            throw new BadInputException(
                    "%s: a line is no JSON document; remove it or give another --log"
                            .formatted(file),
                    broken);
        }
    }

    /** The trials so far, in their order. */
    List<Trial> trials() {
        return List.copyOf(trials);
    }

    /** Keeps a trial. */
    void add(Trial trial, String metric, double seconds) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("trial", trial.number());
        line.put("metric", metric);
        line.put("figure", trial.figure());
        line.put("seconds", seconds);
        trial.settings().forEach(line.putObject("settings")::put);
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw unusable(file, failed);
        }
        trials.add(trial);
    }

    private static BadInputException unusable(Path file, IOException failed) {
        return new BadInputException(
                "%s cannot be used as a log (%s); give another --log"
                        .formatted(file, failed.getMessage()),
                failed);
    }
}
