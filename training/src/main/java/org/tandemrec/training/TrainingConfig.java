package org.tandemrec.training;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tandemrec.data.BadInputException;

/**
 * The settings of a preset. Each has the same name, with dashes, as a key of a file and as an
 * option.
 */
public sealed interface TrainingConfig permits FusionConfig, RatingConfig, NextConfig, TasteConfig {
    /** The key of the threads, the one setting that the result does not depend on. */
    String THREADS = "threads";

    /** Of everything drawn by chance. */
    long seed();

    /** How many share the arithmetic; they do not change the result. */
    int threads();

    /** What is driven at. */
    Objective objective();

    /** Every setting as text by key, the threads among them. */
    default Map<String, String> all() {
        return table().texts(this);
    }

    /** What each setting means, in one short sentence by key, without the seed and the threads. */
    default Map<String, String> meanings() {
        return table().meanings();
    }

    /** The settings that {@code tandem tune} searches, with the values it tries. */
    default Map<String, SearchRange> searched() {
        return table().searched();
    }

    /** Those of {@link #settings} that what steps learn does not depend on, by key. */
    default Set<String> afterSteps() {
        return table().afterSteps();
    }

    /**
     * This configuration as a search tries it: the validation part is what figures are taken on,
     * and nothing is trained anew on everything.
     */
    TrainingConfig judged();

    /** The configuration of exactly these settings, one for each of {@link #all}. */
    default TrainingConfig of(Settings settings) {
        return (TrainingConfig) table().read(settings);
    }

    private SettingTable table() {
        return SettingTable.of(getClass().asSubclass(Record.class));
    }

    /**
     * This configuration with some settings replaced.
     *
     * @param settings text by key, such as {@code batch-size}
     * @throws BadInputException for an unknown key or a value out of its range
     */
    default TrainingConfig with(Map<String, String> settings) {
        Map<String, String> all = new LinkedHashMap<>(all());
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            if (all.replace(setting.getKey(), setting.getValue()) == null) {
                throw new BadInputException(
                        "unknown setting '%s', expected one of %s"
                                .formatted(setting.getKey(), String.join(", ", all.keySet())));
            }
        }
        return of(new Settings(all));
    }

    /** Every setting that the result depends on, as text by key. */
    default Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>(all());
        settings.remove(THREADS);
        return settings;
    }
}
