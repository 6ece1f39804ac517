package org.tandemrec.evaluation;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.Entities;
import org.tandemrec.data.Field;
import org.tandemrec.data.FieldType;
import org.tandemrec.data.StringListColumn;
import org.tandemrec.evaluation.metrics.Calibration;
import org.tandemrec.evaluation.scorers.ItemCatalogue;

/** The kinds of each item: the first field of the recipe with several categories, genres say. */
final class ItemKinds {
    private final int[][] kindsOfItem;
    private final int kinds;

    private ItemKinds(int[][] kindsOfItem, int kinds) {
        this.kindsOfItem = kindsOfItem;
        this.kinds = kinds;
    }

    /** The kinds of a dataset's items; empty where its recipe has no such field. */
    static Optional<ItemKinds> of(Dataset dataset, ItemCatalogue catalogue) {
        return dataset.recipe().itemFields().stream()
                .filter(field -> field.type() == FieldType.CATEGORIES)
                .map(Field::name)
                .findFirst()
                .flatMap(dataset.items()::column)
                .flatMap(
                        column ->
                                column instanceof StringListColumn lists
                                        ? Optional.of(of(dataset.items(), lists, catalogue))
                                        : Optional.empty());
    }

    private static ItemKinds of(Entities items, StringListColumn column, ItemCatalogue catalogue) {
        int[][] kindsOfItem = new int[catalogue.size()][];
        Arrays.fill(kindsOfItem, new int[0]);
        Map<String, Integer> numberOf = new LinkedHashMap<>();
        int[] positions = catalogue.positions(items.ids());
        for (int cell = 0; cell < positions.length; cell++) {
            List<String> names = column.at(cell).stream().distinct().toList();
            names.forEach(name -> numberOf.putIfAbsent(name, numberOf.size()));
            kindsOfItem[positions[cell]] =
                    names.stream().mapToInt(name -> numberOf.getOrDefault(name, 0)).toArray();
        }
        return new ItemKinds(kindsOfItem, numberOf.size());
    }

    /** Nobody's list yet. */
    Calibration calibration() {
        return new Calibration(kindsOfItem, kinds);
    }
}
