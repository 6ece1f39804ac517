package org.tandemrec.training;

import java.util.HashMap;
import java.util.Map;

/** Configurations for a world as small as {@link TwoTastes}. */
final class Configs {
    private static final Map<String, String> TOY =
            Map.ofEntries(
                    Map.entry("id-width", "16"),
                    Map.entry("attribute-width", "4"),
                    Map.entry("word-width", "4"),
                    Map.entry("text-width", "6"),
                    Map.entry("vector-width", "20"),
                    Map.entry("batch-size", "100"),
                    Map.entry("learning-rate", "0.01"),
                    Map.entry("decay", "1"),
                    Map.entry("epochs", "12"),
                    Map.entry("validation-fraction", "0.1"),
                    Map.entry("refit", "false"),
                    Map.entry("seed", "1"),
                    Map.entry("threads", "1"));

    private Configs() {}

    static TrainingConfig toy() {
        return Preset.FUSION.config(1, 1).with(TOY);
    }

    static TrainingConfig toyOn(int threads) {
        return toyWith("threads", Integer.toString(threads));
    }

    static TrainingConfig toySeeded(long seed) {
        return toyWith("seed", Long.toString(seed));
    }

    static TrainingConfig toyWithValidation(double fraction) {
        return toyWith("validation-fraction", Double.toString(fraction));
    }

    static TrainingConfig toyRefitted() {
        return toyWith("refit", "true");
    }

    static TrainingConfig brief() {
        return toyWith("epochs", "2");
    }

    private static TrainingConfig toyWith(String key, String value) {
        Map<String, String> settings = new HashMap<>(TOY);
        settings.put(key, value);
        return Preset.FUSION.config(1, 1).with(settings);
    }
}
