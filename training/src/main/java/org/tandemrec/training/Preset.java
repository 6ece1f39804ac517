package org.tandemrec.training;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Suggestion;

/** A tower pair and a loss under one name, with the settings that were chosen on validation. */
public enum Preset {
    /** The tutorial's model: ids, attributes, categories and text, a cosine, squared error. */
    FUSION,
    /** The best prediction of values: histories on both sides, no ids. */
    RATING,
    /** What people like of all there is: ranks, for people known, half known and new. */
    TASTE,
    /** What people want next: reads the order and the times of what they did. */
    NEXT;

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

    /** The preset's settings. */
    public TrainingConfig config(long seed, int threads) {
        return switch (this) {
            case FUSION ->
                    new FusionConfig(
                            256, 16, 32, 32, 200, 16_384, 5.5e-3, 3, 6, 2, 0.08, 0.02, 20, 0.05,
                            true, seed, threads);
            case RATING ->
                    new RatingConfig(
                            192, 64, 256, 96, 3, 0.87, 0.55, 5e-3, 250, 384, 400, 3, 256, 3.2, 1.5,
                            3_600, 0.05, 900, 0.1, 2, 1_000, 0.7, 256, 0, seed, threads);
            case TASTE ->
                    new TasteConfig(
                            2_000,
                            256,
                            5,
                            500,
                            384,
                            0.7,
                            150,
                            40,
                            2,
                            20,
                            2,
                            4,
                            64,
                            1,
                            300,
                            new MemoryConfig(20, 10, 128, 256, 512, 0.25, 16_384, 1_024, 3e-3, 20),
                            64,
                            false,
                            seed,
                            threads);
            case NEXT ->
                    new NextConfig(
                            Knows.REQUEST_TIME,
                            128,
                            4,
                            2,
                            192,
                            64,
                            0.3,
                            0.1,
                            8_192,
                            2_048,
                            3e-3,
                            0.998,
                            28,
                            28,
                            0.1,
                            256,
                            0.07,
                            64,
                            seed,
                            threads);
        };
    }
}
