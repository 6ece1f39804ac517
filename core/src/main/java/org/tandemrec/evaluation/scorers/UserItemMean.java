package org.tandemrec.evaluation.scorers;

import java.util.List;
import java.util.Optional;

/**
 * Baseline: an item's damped mean value plus how far the person's own values lie above or below
 * what their items get: {@code b_u = sum(value - mean - b_i) / (DAMPING + count)} (Koren, Factor in
 * the Neighbors, 2010, section 2.1, with its constant 10). Ranks as the item mean does.
 */
final class UserItemMean implements Scorer {
    private static final double DAMPING = 10;

    private final ItemMeans means;

    UserItemMean(ItemMeans means) {
        this.means = means;
    }

    @Override
    public String name() {
        return "userItemMean";
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
            double deviation = deviation(people.get(row).history());
            for (int cell = 0; cell < into[row].length; cell++) {
                into[row][cell] = (float) (means.of(items[row][cell]) + deviation);
            }
        }
    }

    private double deviation(History history) {
        double sum = 0;
        for (int event = 0; event < history.size(); event++) {
            sum += history.value(event) - means.of(history.item(event));
        }
        return sum / (DAMPING + history.size());
    }
}
