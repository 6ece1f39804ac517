package org.tandemrec.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An item as people see it.
 *
 * @param id the id in the data
 * @param title its title, the id where the data has none
 * @param categories its values of every field that is a category or a set of them
 * @param numbers its quantities, finite
 * @param interactions how many interactions it had when the bundle was trained
 */
public record CatalogueItem(
        String id,
        String title,
        Map<String, List<String>> categories,
        Map<String, Double> numbers,
        int interactions) {
    public CatalogueItem {
        categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
        numbers.forEach((field, number) -> requireFinite(id, field, number));
    }

    private static void requireFinite(String id, String field, double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException(
                    "item '%s': %s is %s, expected a finite number".formatted(id, field, number));
        }
    }
}
