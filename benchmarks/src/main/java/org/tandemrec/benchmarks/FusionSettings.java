package org.tandemrec.benchmarks;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tandemrec.data.BadInputException;
import org.tandemrec.towers.TowerWidths;
import org.tandemrec.training.TrainingConfig;

/**
 * What to train on and how. The options have the names that the peers' have. Nothing is hidden from
 * the towers and every id is trusted, because the peers' network knows neither.
 *
 * @param data MovieLens or the like, folder or zip
 * @param test a CSV of the pairs to set aside
 */
record FusionSettings(Path data, Path test, TrainingConfig config) {
    private static final Set<String> NAMES =
            Set.of(
                    "--data",
                    "--test",
                    "--batch-size",
                    "--epochs",
                    "--threads",
                    "--seed",
                    "--learning-rate",
                    "--decay",
                    "--validation");

    /**
     * The settings of a command line: {@code --data PATH --test FILE} and any of {@code
     * --batch-size --epochs --threads --seed --learning-rate --decay --validation}.
     *
     * @throws BadInputException where an option is unknown, has no value or a wrong one
     */
    static FusionSettings of(String... arguments) {
        Map<String, String> values = pairs(arguments);
        return new FusionSettings(
                Path.of(require(values, "--data")),
                Path.of(require(values, "--test")),
                config(values));
    }

    private static TrainingConfig config(Map<String, String> values) {
        int epochs = (int) number(values, "--epochs", 5);
        return new TrainingConfig(
                TowerWidths.FUSION,
                (int) number(values, "--batch-size", 16384),
                number(values, "--learning-rate", 5e-3),
                number(values, "--decay", 3),
                epochs,
                epochs,
                0,
                0,
                0,
                0,
                number(values, "--validation", 0),
                (long) number(values, "--seed", 1),
                (int) number(values, "--threads", 1));
    }

    private static Map<String, String> pairs(String[] arguments) {
        Map<String, String> values = new HashMap<>();
        for (int at = 0; at < arguments.length; at += 2) {
            if (!NAMES.contains(arguments[at]) || at + 1 == arguments.length) {
                throw new BadInputException(
                        "option '%s' is unknown or has no value, expected any of %s"
                                .formatted(arguments[at], String.join(" ", new TreeSet<>(NAMES))));
            }
            values.put(arguments[at], arguments[at + 1]);
        }
        return values;
    }

    private static String require(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(() -> new BadInputException(name + " is missing"));
    }

    private static double number(Map<String, String> values, String name, double otherwise) {
        String text = values.getOrDefault(name, Double.toString(otherwise));
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            throw new BadInputException(
                    "%s is '%s', expected a number".formatted(name, text), noNumber);
        }
    }
}
