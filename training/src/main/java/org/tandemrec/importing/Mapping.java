package org.tandemrec.importing;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How users and items of a dataset become the inputs of two towers trained elsewhere, and what the
 * towers' vectors mean; {@code docs/import.md} describes the file it is read from.
 *
 * @param name stands where a preset's name would
 * @param normalise whether both vectors are brought to length 1 before they are multiplied
 * @param scale score = scale x inner product
 * @param rating from score to rating; absent where scores only rank
 * @param user the user tower's inputs
 * @param item the item tower's inputs
 */
record Mapping(
        String name,
        boolean normalise,
        double scale,
        Optional<Rating> rating,
        TowerMapping user,
        TowerMapping item) {
    /**
     * Predicted value = slope x score + offset.
     *
     * @param slope value per unit of score
     * @param offset the value at score 0
     */
    record Rating(double slope, double offset) {}

    /**
     * One tower.
     *
     * @param output the output's name; the only output where absent
     * @param inputs what each input reads, by the input's name
     */
    record TowerMapping(Optional<String> output, Map<String, InputMapping> inputs) {
        TowerMapping {
            inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
        }
    }
}
