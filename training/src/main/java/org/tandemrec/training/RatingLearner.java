package org.tandemrec.training;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.tandemrec.layers.Context;
import org.tandemrec.layers.Parameter;
import org.tandemrec.towers.HistoryTower;
import org.tandemrec.towers.HistoryVectors;
import org.tandemrec.towers.RatingTowers;
import org.tandemrec.vectors.Workers;

/** A pair of history towers; what a step may read, it may read on both sides. */
final class RatingLearner extends ValuedLearner {
    private final ValuedTask task;
    private final HistoryTower users;
    private final HistoryTower items;
    private final List<Parameter> parameters;

    RatingLearner(ValuedTask task, RatingConfig.Size size, long seed) {
        super(task, seed);
        this.task = task;
        SplittableRandom seeds = new SplittableRandom(seed);
        int bias = size.vector();
        ValuedMeetings meetings = task.meetings();
        double dropout = task.config().dropoutFor(meetings.above().length);
        this.users =
                new HistoryTower(
                        task.data().users(),
                        meetings.byUser(),
                        meetings.byItem(),
                        task.basis(),
                        size.hidden(),
                        size.vector() + 2,
                        bias + 1,
                        dropout,
                        seeds.nextLong());
        this.items =
                new HistoryTower(
                        task.data().items(),
                        meetings.byItem(),
                        meetings.byUser(),
                        task.basis(),
                        size.hidden(),
                        size.vector() + 2,
                        bias,
                        dropout,
                        seeds.nextLong());
        this.parameters =
                Stream.concat(users.parameters().stream(), items.parameters().stream()).toList();
    }

    @Override
    List<Parameter> parameters() {
        return parameters;
    }

    @Override
    Sides forward(Context context, SplittableRandom random) {
        return new Sides(
                users.forward(context, random.nextLong(), workers()),
                items.forward(context, random.nextLong(), workers()));
    }

    @Override
    Sides gradients() {
        return new Sides(users.vectorGradient(), items.vectorGradient());
    }

    @Override
    void backward(Context context) {
        users.backward(context, workers());
        items.backward(context, workers());
    }

    @Override
    Sides answers(Context all) {
        users.compose(workers());
        items.compose(workers());
        return new Sides(
                users.vectors(all, task.answeringScale(), workers()),
                items.vectors(all, task.answeringScale(), workers()));
    }

    private Workers workers() {
        return task.workers();
    }

    /** The trained pair. */
    RatingTowers.Pair pair() {
        users.compose(workers());
        items.compose(workers());
        return new RatingTowers.Pair(
                new HistoryVectors(users.trained(), task.basis(), task.answeringScale()),
                new HistoryVectors(items.trained(), task.basis(), task.answeringScale()));
    }
}
