package org.tandemrec.benchmarks;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tandemrec.data.BadInputException;
import org.tandemrec.training.Preset;
import org.tandemrec.training.TrainingConfig;

/**
 * What to train on and how.
 *
 * @param data MovieLens or the like, folder or zip
 * @param test a CSV of the pairs to set aside
 * @param config how to train
 */
record FusionSettings(Path data, Path test, TrainingConfig config) {
    private static final String DATA = "data";
    private static final String TEST = "test";

    /** The network that the peers train: nothing is hidden from it, and every id is trusted. */
    private static final Map<String, String> PEERS_NETWORK =
            Map.of(
                    "id-dropout", "0",
                    "attribute-dropout", "0",
                    "familiarity", "0",
                    "validation-fraction", "0",
                    "threads", "1");

    /**
     * The settings of a command line: {@code --data PATH --test FILE} and any setting of {@link
     * TrainingConfig}, such as {@code --epochs 5}.
     *
     * @throws BadInputException where an option is unknown, has no value or a wrong one
     */
    static FusionSettings of(String... arguments) {
        Map<String, String> values = new LinkedHashMap<>(PEERS_NETWORK);
        for (int at = 0; at < arguments.length; at += 2) {
            if (!arguments[at].startsWith("--") || at + 1 == arguments.length) {
                throw new BadInputException(
                        "found '%s', expected an option such as --epochs and its value"
                                .formatted(arguments[at]));
            }
            values.put(arguments[at].substring(2), arguments[at + 1]);
        }
        Path data = take(values, DATA);
        Path test = take(values, TEST);
        return new FusionSettings(
                data,
                test,
                Preset.FUSION.config(1, Runtime.getRuntime().availableProcessors()).with(values));
    }

    private static Path take(Map<String, String> values, String name) {
        return Optional.ofNullable(values.remove(name))
                .map(Path::of)
                .orElseThrow(() -> new BadInputException("--" + name + " is missing"));
    }
}
