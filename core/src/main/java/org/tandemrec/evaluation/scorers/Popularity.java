package org.tandemrec.evaluation.scorers;

import java.util.Arrays;
import java.util.List;

/** Baseline: everybody gets the items with the most interactions in the train part. */
final class Popularity implements Scorer {
    private final float[] counts;

    private Popularity(float[] counts) {
        this.counts = counts;
    }

    static Popularity of(int[] itemOfInteraction, ItemCatalogue catalogue) {
        float[] counts = new float[catalogue.size()];
        for (int item : itemOfInteraction) {
            counts[item]++;
        }
        return new Popularity(counts);
    }

    @Override
    public String name() {
        return "popularity";
    }

    @Override
    public void scores(List<Person> people, float[][] into) {
        for (float[] row : into) {
            System.arraycopy(counts, 0, row, 0, counts.length);
        }
    }

    /** Between 0 and 1, the most popular item below 1: breaks ties of another count. */
    float[] shares() {
        float most = 1;
        for (float count : counts) {
            most = Math.max(most, count + 1);
        }
        float[] shares = Arrays.copyOf(counts, counts.length);
        for (int item = 0; item < shares.length; item++) {
            shares[item] /= most;
        }
        return shares;
    }
}
