package org.tandemrec.training;

import org.tandemrec.data.BadInputException;
import org.tandemrec.data.ValueScale;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.features.EncodedTable;

/**
 * What is trained on.
 *
 * @param users all users; row 0 is the unknown one
 * @param items all items; row 0 is the unknown one
 * @param interactions between their rows
 * @param scale the values that the interactions have
 */
public record TrainingData(
        EncodedTable users,
        EncodedTable items,
        EncodedInteractions interactions,
        ValueScale scale) {
    public TrainingData {
        if (interactions.size() == 0) {
            throw new BadInputException(
                    "there are no interactions to train on, expected at least one");
        }
    }
}
