package org.tandemrec.training;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.tandemrec.data.ValueScale;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.layers.Adam;
import org.tandemrec.layers.CosineLoss;
import org.tandemrec.layers.Familiarity;
import org.tandemrec.layers.Groups;
import org.tandemrec.layers.Pairs;
import org.tandemrec.layers.Parameter;
import org.tandemrec.model.RatingScale;
import org.tandemrec.model.TowerPair;
import org.tandemrec.towers.Hiding;
import org.tandemrec.towers.Tower;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/** A user tower and an item tower that are trained together: one step, one validation. */
final class TwoTowers {
    private final Tower users;
    private final Tower items;
    private final List<Parameter> parameters;
    private final CosineLoss loss;
    private final ValueScale scale;
    private final RatingScale ratings;
    private final int dimension;
    private final float[] userLengths;
    private final float[] itemLengths;
    private final Workers workers;

    TwoTowers(
            TrainingData data, EncodedInteractions training, FusionConfig config, Workers workers) {
        SplittableRandom seeds = new SplittableRandom(config.seed());
        int[] userCounts = EncodedInteractions.counts(training.users(), data.users().rows());
        int[] itemCounts = EncodedInteractions.counts(training.items(), data.items().rows());
        this.users =
                new Tower(
                        data.users(),
                        Familiarity.of(userCounts, config.familiarity()),
                        config.widths(),
                        config.batchSize(),
                        seeds.nextLong());
        this.items =
                new Tower(
                        data.items(),
                        Familiarity.of(itemCounts, config.familiarity()),
                        config.widths(),
                        config.batchSize(),
                        seeds.nextLong());
        this.userLengths = new float[userCounts.length];
        Arrays.fill(userLengths, (float) ScoreScale.RANGE);
        this.itemLengths = Confidence.of(itemCounts);
        this.parameters =
                Stream.concat(users.parameters().stream(), items.parameters().stream()).toList();
        this.scale = data.scale();
        this.ratings = ScoreScale.of(scale);
        this.dimension = config.widths().vector();
        this.loss =
                new CosineLoss(
                        ratings.offset(), ratings.slope() * ScoreScale.RANGE, config.batchSize());
        this.workers = workers;
    }

    /** Room for batches of so many interactions. */
    Pairs pairs(int batchSize) {
        return new Pairs(batchSize, users.rows(), items.rows());
    }

    /** Moves all parameters against the gradient of a batch; returns its sum of squared errors. */
    double step(Pairs batch, Adam adam, Hiding hiding) {
        Groups lefts = batch.lefts();
        Groups rights = batch.rights();
        Matrix userVectors = users.forward(lefts::key, lefts.size(), hiding, workers);
        Matrix itemVectors = items.forward(rights::key, rights.size(), hiding, workers);
        double squaredErrors =
                loss.backward(
                        batch,
                        userVectors,
                        itemVectors,
                        users.vectorGradient(lefts.size()),
                        items.vectorGradient(rights.size()),
                        workers);
        users.backward(lefts.size(), workers);
        items.backward(rights.size(), workers);
        parameters.forEach(parameter -> parameter.update(adam, workers));
        return squaredErrors;
    }

    /** The root of the mean squared error on these interactions, predictions clipped. */
    double rmse(EncodedInteractions interactions) {
        Matrix userVectors = users.vectorsOfAll(workers);
        Matrix itemVectors = scaled(items.vectorsOfAll(workers), itemLengths);
        SquaredErrors errors = new SquaredErrors(scale);
        for (int row = 0; row < interactions.size(); row++) {
            double prediction =
                    loss.prediction(
                            userVectors,
                            interactions.users()[row],
                            itemVectors,
                            interactions.items()[row]);
            errors.add(prediction, interactions.values()[row]);
        }
        return errors.root();
    }

    /** Copies of all parameters' values. */
    List<Matrix> values() {
        return parameters.stream().map(parameter -> parameter.values().copy()).toList();
    }

    /** Puts earlier {@link #values} back. */
    void restore(List<Matrix> values) {
        for (int at = 0; at < parameters.size(); at++) {
            parameters.get(at).values().copyFrom(values.get(at));
        }
    }

    TrainedTowers export(TrainingReport report) {
        byte[] user = users.onnx("user tower", userLengths, workers);
        byte[] item = items.onnx("item tower", itemLengths, workers);
        return new TrainedTowers(
                new TowerPair(user, item, dimension, ratings),
                user,
                item,
                scaled(users.vectorsOfAll(workers), userLengths),
                scaled(items.vectorsOfAll(workers), itemLengths),
                report);
    }

    private static Matrix scaled(Matrix vectors, float[] lengths) {
        float[] values = vectors.values();
        for (int row = 0; row < vectors.rows(); row++) {
            for (int at = vectors.offset(row); at < vectors.offset(row) + vectors.stride(); at++) {
                values[at] *= lengths[row];
            }
        }
        return vectors;
    }
}
