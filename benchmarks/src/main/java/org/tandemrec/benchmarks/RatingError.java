package org.tandemrec.benchmarks;

import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.model.RatingScale;
import org.tandemrec.training.TrainedTowers;
import org.tandemrec.vectors.Matrix;

/** The error of trained towers on held-out interactions. */
final class RatingError {
    private RatingError() {}

    /** The root of the mean squared error, predictions clipped to the scale. */
    static double of(TrainedTowers towers, EncodedInteractions heldOut) {
        RatingScale ratings = towers.pair().ratings().orElseThrow();
        double squared = 0;
        for (int row = 0; row < heldOut.size(); row++) {
            double score =
                    product(
                            towers.userVectors(),
                            heldOut.users()[row],
                            towers.itemVectors(),
                            heldOut.items()[row]);
            double error = ratings.rating(score) - heldOut.values()[row];
            squared += error * error;
        }
        return Math.sqrt(squared / heldOut.size());
    }

    private static double product(Matrix users, int user, Matrix items, int item) {
        double sum = 0;
        for (int column = 0; column < users.columns(); column++) {
            sum += (double) users.at(user, column) * items.at(item, column);
        }
        return sum;
    }
}
