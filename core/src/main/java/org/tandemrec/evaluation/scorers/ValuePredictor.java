package org.tandemrec.evaluation.scorers;

import java.util.List;

/** Predicts the value a person would give to an item, on the scale of the data. */
@FunctionalInterface
public interface ValuePredictor {
    /**
     * Predicts values for some items of every person of a block.
     *
     * @param people at least one person
     * @param items for each person the positions of the items in the {@link ItemCatalogue}
     * @param into for each person one cell an item; all cells are to be written, none with {@code
     *     NaN}; values outside the scale are clipped by the judge
     */
    void values(List<Person> people, int[][] items, float[][] into);
}
