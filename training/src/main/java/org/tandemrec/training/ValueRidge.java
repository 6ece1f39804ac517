package org.tandemrec.training;

import java.util.Arrays;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.parts.RatedHistory;
import org.tandemrec.regression.Ease;
import org.tandemrec.regression.LowRank;
import org.tandemrec.regression.SparseMatrix;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * Fits {@link RatedHistory} in closed form: the mean, the biases of items and people, each drawn to
 * the mean by some events' worth, and EASE on what they leave, at a low rank.
 */
final class ValueRidge {
    private static final float DOUBT_OF_ITEM = 10;
    private static final float DOUBT_OF_PERSON = 10;
    private static final float LAMBDA = 1_000;
    private static final float STRETCH = 1.5f;

    private final EncodedInteractions interactions;
    private final EncodedHistories histories;
    private final ItemColumns columns;
    private final Workers workers;
    private final float mean;
    private final float[] biases;

    ValueRidge(
            TrainingData data, EncodedHistories histories, ItemColumns columns, Workers workers) {
        this.interactions = data.interactions();
        this.histories = histories;
        this.columns = columns;
        this.workers = workers;
        this.mean = mean(interactions.values());
        this.biases = biases(data.items().rows());
    }

    private static float mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return (float) (sum / values.length);
    }

    private float[] biases(int rows) {
        double[] sums = new double[rows];
        int[] counts = EncodedInteractions.counts(interactions.items(), rows);
        for (int row = 0; row < interactions.size(); row++) {
            sums[interactions.items()[row]] += interactions.values()[row] - mean;
        }
        float[] found = new float[rows];
        for (int item = 0; item < rows; item++) {
            found[item] = (float) (sums[item] / (counts[item] + DOUBT_OF_ITEM));
        }
        found[0] = 0;
        return found;
    }

    RatedHistory fit(int rank, long seed) {
        Matrix weights = Ease.weights(left(), LAMBDA, workers);
        LowRank.Factors factors = LowRank.of(weights, rank, seed, workers).factors();
        Matrix events = factors.left().copy();
        for (int row = 0; row < events.rows(); row++) {
            for (int column = 0; column < events.columns(); column++) {
                events.set(row, column, STRETCH * events.at(row, column));
            }
        }
        return new RatedHistory(
                mean,
                DOUBT_OF_PERSON,
                biases,
                columns.spread(events),
                columns.spread(factors.right()));
    }

    /** How far each value lies above the biases. */
    private SparseMatrix left() {
        int[] users = new int[histories.events()];
        int[] items = new int[histories.events()];
        float[] values = new float[histories.events()];
        int cells = 0;
        for (int user = 0; user < histories.rows(); user++) {
            int end = histories.start(user) + histories.size(user);
            float bias = bias(user, end);
            for (int event = histories.start(user); event < end; event++) {
                int column = columns.columnOf(histories.others()[event]);
                if (column >= 0) {
                    users[cells] = user;
                    items[cells] = column;
                    values[cells++] = above(event) - bias;
                }
            }
        }
        return SparseMatrix.of(
                histories.rows(),
                columns.count(),
                Arrays.copyOf(users, cells),
                Arrays.copyOf(items, cells),
                Arrays.copyOf(values, cells));
    }

    private float above(int event) {
        return histories.values()[event] - mean - biases[histories.others()[event]];
    }

    private float bias(int user, int end) {
        double sum = 0;
        for (int event = histories.start(user); event < end; event++) {
            sum += above(event);
        }
        return (float) (sum / (histories.size(user) + DOUBT_OF_PERSON));
    }
}
