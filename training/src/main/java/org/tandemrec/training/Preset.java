package org.tandemrec.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Suggestion;

/** A tower pair and a loss under one name, with the settings that were chosen on validation. */
public enum Preset {
    /** The tutorial's model: ids, attributes, categories and text, a cosine, squared error. */
    FUSION;

    /** The name that options and bundles use. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The preset of that name.
     *
     * @throws BadInputException with the presets there are
     */
    public static Preset named(String label) {
        List<String> labels = Arrays.stream(values()).map(Preset::label).toList();
        return Arrays.stream(values())
                .filter(preset -> preset.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () ->
                                new BadInputException(
                                        "preset is '%s', expected one of %s%s"
                                                .formatted(
                                                        label,
                                                        String.join(", ", labels),
                                                        Suggestion.hint(label, labels))));
    }

    /**
     * The preset's settings with these in place of its own.
     *
     * @param settings text by key, such as {@code batch-size}
     * @throws BadInputException for an unknown key or a value out of its range
     */
    public TrainingConfig config(Map<String, String> settings) {
        return switch (this) {
            case FUSION -> TrainingConfig.of(settings);
        };
    }
}
