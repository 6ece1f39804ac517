package org.tandemrec.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tandemrec.features.HistoryInput;

/**
 * What a bundle says of itself.
 *
 * @param id the first twelve hexadecimal digits of the SHA-256 over the names and hashes of {@code
 *     files}: the same towers and data have the same id
 * @param created when it was written
 * @param preset the towers' preset
 * @param seed the seed it was trained with
 * @param data what it was trained on
 * @param dimension the length of every vector
 * @param ratings how a score becomes a rating; absent where scores only rank
 * @param ratingDimension the length of the towers' second output, of which ratings are made; absent
 *     where they are made of the vectors
 * @param userInputs the user tower's inputs
 * @param itemInputs the item tower's inputs
 * @param userHistory what the user tower reads of what a person did
 * @param itemHistory what the item tower reads of who met an item
 * @param metrics by name, such as {@code validationRmse}
 * @param settings the training settings, by option name
 * @param versions what made it, by name: {@code tandem}, {@code java}
 * @param files SHA-256 in hexadecimal of every other file, by name
 */
public record Manifest(
        String id,
        Instant created,
        String preset,
        long seed,
        DataSummary data,
        int dimension,
        Optional<RatingScale> ratings,
        OptionalInt ratingDimension,
        List<TowerInput> userInputs,
        List<TowerInput> itemInputs,
        Optional<HistoryInput> userHistory,
        Optional<HistoryInput> itemHistory,
        Map<String, Double> metrics,
        Map<String, String> settings,
        Map<String, String> versions,
        Map<String, String> files) {
    /** The newest format this version reads. */
    public static final int FORMAT = 1;

    public Manifest {
        if (dimension < 1) {
            throw new IllegalArgumentException("vectors of %d numbers".formatted(dimension));
        }
        userInputs = List.copyOf(userInputs);
        itemInputs = List.copyOf(itemInputs);
        metrics = ordered(metrics);
        settings = ordered(settings);
        versions = ordered(versions);
        files = ordered(files);
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * What a bundle was trained on.
     *
     * @param recipe the recipe's name
     * @param users how many users
     * @param items how many items
     * @param interactions how many interactions
     */
    public record DataSummary(String recipe, int users, int items, int interactions) {}
}
