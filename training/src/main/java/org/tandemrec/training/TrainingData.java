package org.tandemrec.training;

import java.util.List;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.ValueScale;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.model.CatalogueItem;

/**
 * What is trained on.
 *
 * @param users all users; row 0 is the unknown one
 * @param items all items; row 0 is the unknown one
 * @param interactions between their rows
 * @param scale the values that the interactions have
 * @param catalogue the items as people see them, the first is the item of row 1; empty where
 *     nothing is known of them but codes
 */
public record TrainingData(
        EncodedTable users,
        EncodedTable items,
        EncodedInteractions interactions,
        ValueScale scale,
        List<CatalogueItem> catalogue) {
    public TrainingData {
        catalogue = List.copyOf(catalogue);
        if (interactions.size() == 0) {
            throw new BadInputException(
                    "there are no interactions to train on, expected at least one");
        }
    }

    /** What is trained on where nothing is known of the items but codes. */
    public TrainingData(
            EncodedTable users,
            EncodedTable items,
            EncodedInteractions interactions,
            ValueScale scale) {
        this(users, items, interactions, scale, List.of());
    }

    /** The same people and items with other interactions. */
    TrainingData with(EncodedInteractions others) {
        return new TrainingData(users, items, others, scale, catalogue);
    }
}
