package org.tandemrec.evaluation.scorers;

import java.util.List;
import java.util.Optional;

/** Baseline: an item's damped mean value, the same for everybody, as prediction and as score. */
final class ItemMean implements Scorer {
    private final ItemMeans means;

    ItemMean(ItemMeans means) {
        this.means = means;
    }

    @Override
    public String name() {
        return "itemMean";
    }

    @Override
    public void scores(List<Person> people, float[][] into) {
        for (float[] row : into) {
            means.into(row);
        }
    }

    @Override
    public Optional<ValuePredictor> valuePredictor() {
        return Optional.of(this::values);
    }

    private void values(List<Person> people, int[][] items, float[][] into) {
        for (int row = 0; row < into.length; row++) {
            for (int cell = 0; cell < into[row].length; cell++) {
                into[row][cell] = (float) means.of(items[row][cell]);
            }
        }
    }
}
