package org.tandemrec.training;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.tandemrec.data.ValueScale;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.layers.Adam;
import org.tandemrec.layers.Context;
import org.tandemrec.layers.MeetingLoss;
import org.tandemrec.layers.OneCycle;
import org.tandemrec.layers.Parameter;
import org.tandemrec.layers.ValueBasis;
import org.tandemrec.towers.HistoryTower;
import org.tandemrec.towers.HistoryVectors;
import org.tandemrec.towers.RatingTowers;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/**
 * A pair of history towers, trained in full batches: a step draws which events may be read, on both
 * sides alike, and predicts the others, so that no event is read by what predicts it.
 */
final class RatingLearner implements Learner {
    private static final int STEPS_PER_EPOCH = 10;
    private static final double SECOND_DECAY = 0.98;
    private static final double RISING = 0.1;
    private static final double LAST = 0.001;

    private final RatingConfig config;
    private final ValuedMeetings meetings;
    private final EncodedInteractions validation;
    private final ValueScale scale;
    private final ValueBasis basis;
    private final HistoryTower users;
    private final HistoryTower items;
    private final MeetingLoss loss;
    private final List<Parameter> parameters;
    private final Adam adam = new Adam(0, 0.9, SECOND_DECAY);
    private final OneCycle rates;
    private final SplittableRandom random;
    private final Workers workers;
    private int steps;

    RatingLearner(
            RatingConfig config,
            RatingConfig.Size size,
            TrainingData data,
            ValuedMeetings meetings,
            EncodedInteractions validation,
            ValueBasis basis,
            long seed,
            Workers workers) {
        this.config = config;
        this.meetings = meetings;
        this.validation = validation;
        this.scale = data.scale();
        this.basis = basis;
        this.random = new SplittableRandom(seed);
        int bias = size.vector();
        double dropout = config.dropoutFor(meetings.above().length);
        this.users =
                new HistoryTower(
                        data.users(),
                        meetings.byUser(),
                        meetings.byItem(),
                        basis,
                        size.hidden(),
                        size.vector() + 2,
                        bias + 1,
                        dropout,
                        random.nextLong());
        this.items =
                new HistoryTower(
                        data.items(),
                        meetings.byItem(),
                        meetings.byUser(),
                        basis,
                        size.hidden(),
                        size.vector() + 2,
                        bias,
                        dropout,
                        random.nextLong());
        this.loss = new MeetingLoss(meetings.above(), data.users().rows());
        this.parameters = new ArrayList<>(users.parameters());
        parameters.addAll(items.parameters());
        this.rates = new OneCycle(config.learningRate(), config.steps(), RISING, LAST);
        this.workers = workers;
    }

    /** How many epochs there are. */
    int epochs() {
        return Math.ceilDiv(config.steps(), STEPS_PER_EPOCH);
    }

    @Override
    public Objective objective() {
        return Objective.RATING;
    }

    @Override
    public int steps() {
        return STEPS_PER_EPOCH;
    }

    @Override
    public void startEpoch() {
        // Every step goes over all events.
    }

    @Override
    public StepLoss step(int number) {
        Context context = Context.drawn(meetings.twins(), config.context(), random);
        Matrix people = users.forward(context, random.nextLong(), workers);
        Matrix things = items.forward(context, random.nextLong(), workers);
        double squares =
                loss.backward(
                        meetings.byUser(),
                        meetings.byItem(),
                        context,
                        people,
                        things,
                        users.vectorGradient(),
                        items.vectorGradient(),
                        workers);
        users.backward(context, workers);
        items.backward(context, workers);
        adam.nextStep(rates.rateAt(steps++));
        parameters.forEach(parameter -> parameter.update(adam, workers));
        return new StepLoss(squares, loss.count());
    }

    @Override
    public OptionalDouble validation() {
        if (validation.size() == 0) {
            return OptionalDouble.empty();
        }
        Context all = Context.all(meetings.above().length);
        users.compose(workers);
        items.compose(workers);
        Matrix people = users.vectors(all, answeringScale(), workers);
        Matrix things = items.vectors(all, answeringScale(), workers);
        return OptionalDouble.of(rmse(people, things, meetings.mean(), validation, scale));
    }

    /** The root of the mean squared error of {@code mean + left · right}, moved into the scale. */
    static double rmse(
            Matrix lefts,
            Matrix rights,
            float mean,
            EncodedInteractions interactions,
            ValueScale scale) {
        double sum = 0;
        for (int row = 0; row < interactions.size(); row++) {
            double score =
                    Rows.dot(
                            lefts.values(),
                            lefts.offset(interactions.users()[row]),
                            rights.values(),
                            rights.offset(interactions.items()[row]),
                            lefts.stride());
            double error = scale.clip(mean + score) - interactions.values()[row];
            sum += error * error;
        }
        return Math.sqrt(sum / interactions.size());
    }

    /** Answers read more than a step did; their sums are brought back to what the towers know. */
    private double answeringScale() {
        return Math.sqrt(config.context());
    }

    /** The trained pair. */
    RatingTowers.Pair pair() {
        users.compose(workers);
        items.compose(workers);
        return new RatingTowers.Pair(
                new HistoryVectors(users.trained(), basis, answeringScale()),
                new HistoryVectors(items.trained(), basis, answeringScale()));
    }

    @Override
    public List<Matrix> values() {
        return parameters.stream().map(parameter -> parameter.values().copy()).toList();
    }

    @Override
    public void restore(List<Matrix> values) {
        for (int at = 0; at < parameters.size(); at++) {
            parameters.get(at).values().copyFrom(values.get(at));
        }
    }
}
