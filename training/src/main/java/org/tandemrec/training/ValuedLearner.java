package org.tandemrec.training;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.layers.Adam;
import org.tandemrec.layers.Context;
import org.tandemrec.layers.MeetingLoss;
import org.tandemrec.layers.OneCycle;
import org.tandemrec.layers.Parameter;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;

/**
 * What is trained on values in full batches: a step draws which events may be read and predicts the
 * others by inner products, so that no event is read by what predicts it.
 */
abstract class ValuedLearner implements Learner {
    private static final int STEPS_PER_EPOCH = 10;
    private static final double SECOND_DECAY = 0.98;
    private static final double RISING = 0.1;
    private static final double LAST = 0.001;

    private final ValuedTask task;
    private final SplittableRandom random;
    private final MeetingLoss loss;
    private final Adam adam = new Adam(0, 0.9, SECOND_DECAY);
    private final OneCycle rates;
    private int steps;

    ValuedLearner(ValuedTask task, long seed) {
        this.task = task;
        this.random = new SplittableRandom(seed).split();
        this.loss = new MeetingLoss(task.meetings().above(), task.data().users().rows());
        this.rates =
                new OneCycle(task.config().learningRate(), task.config().steps(), RISING, LAST);
    }

    /** How many epochs there are. */
    static int epochs(RatingConfig config) {
        return Math.ceilDiv(config.steps(), STEPS_PER_EPOCH);
    }

    /** Two sides whose inner products lie above the mean as values do. */
    record Sides(Matrix users, Matrix items) {}

    /** Everything that training changes, in a fixed order. */
    abstract List<Parameter> parameters();

    /** What a step compares, from what it may read. */
    abstract Sides forward(Context context, SplittableRandom random);

    /** Where the gradients by the two sides are written. */
    abstract Sides gradients();

    /** Adds to the parameters' gradients, after {@link #forward} and with the same context. */
    abstract void backward(Context context);

    /** What answers compare, from all that is known. */
    abstract Sides answers(Context all);

    @Override
    public final Objective objective() {
        return Objective.RATING;
    }

    @Override
    public final int steps() {
        return STEPS_PER_EPOCH;
    }

    @Override
    public final void startEpoch() {
        // Every step goes over all events.
    }

    @Override
    public final StepLoss step(int number) {
        Context context = Context.drawn(task.meetings().twins(), task.config().context(), random);
        Sides sides = forward(context, random);
        double squares =
                loss.backward(
                        task.meetings().byUser(),
                        task.meetings().byItem(),
                        context,
                        sides.users(),
                        sides.items(),
                        gradients().users(),
                        gradients().items(),
                        task.workers());
        backward(context);
        adam.nextStep(rates.rateAt(steps++));
        parameters().forEach(parameter -> parameter.update(adam, task.workers()));
        return new StepLoss(squares, loss.count());
    }

    /** The root of the mean squared error of what was kept to judge by, moved into the scale. */
    @Override
    public final OptionalDouble validation() {
        EncodedInteractions kept = task.validation();
        if (kept.size() == 0) {
            return OptionalDouble.empty();
        }
        SquaredErrors errors = new SquaredErrors(task.data().scale());
        Sides sides = answers(Context.all(task.meetings().above().length));
        for (int row = 0; row < kept.size(); row++) {
            double score =
                    Rows.dot(
                            sides.users().values(),
                            sides.users().offset(kept.users()[row]),
                            sides.items().values(),
                            sides.items().offset(kept.items()[row]),
                            sides.users().stride());
            errors.add(task.meetings().mean() + score, kept.values()[row]);
        }
        return OptionalDouble.of(errors.root());
    }

    @Override
    public final List<Matrix> values() {
        return parameters().stream().map(parameter -> parameter.values().copy()).toList();
    }

    @Override
    public final void restore(List<Matrix> values) {
        for (int at = 0; at < values.size(); at++) {
            parameters().get(at).values().copyFrom(values.get(at));
        }
    }
}
