package org.tandemrec.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandemrec.data.Column;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.Entities;
import org.tandemrec.data.Field;
import org.tandemrec.data.FieldType;
import org.tandemrec.data.NumberColumn;
import org.tandemrec.data.StringColumn;
import org.tandemrec.data.StringListColumn;
import org.tandemrec.data.TimeColumn;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.features.Vocabulary;

/** Turns a dataset's items into catalogue items. */
public final class Catalogue {
    private Catalogue() {}

    /**
     * Every item, in the order of their rows, which start at 1.
     *
     * @param itemIds the vocabulary of the items' ids
     * @param interactions counted for each item
     */
    public static List<CatalogueItem> of(
            Dataset dataset, Vocabulary itemIds, EncodedInteractions interactions) {
        int[] counts = EncodedInteractions.counts(interactions.items(), itemIds.rows());
        Entities items = dataset.items();
        List<CatalogueItem> catalogue =
                new ArrayList<>(Collections.nCopies(items.size(), placeholder()));
        for (int cell = 0; cell < items.size(); cell++) {
            String id = items.ids().at(cell).orElseThrow();
            int row = itemIds.rowOf(id);
            catalogue.set(row - 1, item(dataset, cell, id, counts[row]));
        }
        return List.copyOf(catalogue);
    }

    private static CatalogueItem placeholder() {
        return new CatalogueItem("", "", Map.of(), Map.of(), 0);
    }

    private static CatalogueItem item(Dataset dataset, int cell, String id, int interactions) {
        Map<String, List<String>> categories = new LinkedHashMap<>();
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (Field field : dataset.recipe().itemFields()) {
            dataset.items()
                    .column(field.name())
                    .ifPresent(column -> add(field, column, cell, categories, numbers));
        }
        return new CatalogueItem(
                id, title(dataset, cell).orElse(id), categories, numbers, interactions);
    }

    private static Optional<String> title(Dataset dataset, int cell) {
        return dataset.recipe()
                .titleField()
                .flatMap(field -> dataset.items().column(field.name()))
                .filter(StringColumn.class::isInstance)
                .flatMap(column -> ((StringColumn) column).at(cell));
    }

    private static void add(
            Field field,
            Column column,
            int cell,
            Map<String, List<String>> categories,
            Map<String, Double> numbers) {
        switch (column) {
            case StringColumn _ when field.type() == FieldType.TEXT -> {}
            case StringColumn values ->
                    values.at(cell)
                            .ifPresent(value -> categories.put(field.name(), List.of(value)));
            case StringListColumn lists -> categories.put(field.name(), lists.at(cell));
            case NumberColumn values ->
                    values.at(cell).stream()
                            .filter(Double::isFinite)
                            .forEach(number -> numbers.put(field.name(), number));
            case TimeColumn times ->
                    times.at(cell)
                            .ifPresent(seconds -> numbers.put(field.name(), (double) seconds));
        }
    }
}
