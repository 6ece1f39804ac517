package org.tandemrec.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.layers.Context;
import org.tandemrec.layers.DenseParameter;
import org.tandemrec.layers.MeetingLoss;
import org.tandemrec.layers.Parameter;
import org.tandemrec.layers.ValueBasis;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/** In the world of {@link TwoTastes}, where nothing but who liked an item tells what it is. */
class AutoencoderLearnerTest {
    private static final double RIDGE = 50;
    private static final int STEPS = 200;

    private final Workers workers = Workers.of(2);
    private final TrainingData all = withoutContent(TwoTastes.data());
    private final ValidationSplit split = ValidationSplit.of(all.interactions(), 0.1, 1);
    private final TrainingData data = all.with(split.training());
    private final ValueBasis basis = ValuedMeetings.basis(data.scale(), 3);
    private final ValuedMeetings meetings = ValuedMeetings.of(data, basis);
    private final AutoencoderLearner learner = new AutoencoderLearner(task(), 1);

    private static TrainingData withoutContent(TrainingData data) {
        EncodedField ids = data.items().field("id").orElseThrow();
        return new TrainingData(
                data.users(), new EncodedTable(List.of(ids)), data.interactions(), data.scale());
    }

    private ValuedTask task() {
        Map<String, String> settings =
                Map.of(
                        "likeness-hidden",
                        "16",
                        "likeness-ridge",
                        Double.toString(RIDGE),
                        "steps",
                        Integer.toString(STEPS));
        return new ValuedTask(
                (RatingConfig) Preset.RATING.config(1, 2).with(settings),
                data,
                meetings,
                split.validation(),
                basis,
                workers);
    }

    @AfterEach
    void close() {
        workers.close();
    }

    /** By differences of the loss, of each parameter both along itself and along its gradient. */
    @Test
    void theGradientIsThatOfErrorsAndRidge() {
        Context context = Context.drawn(meetings.twins(), 0.8, new SplittableRandom(2));
        for (int step = 0; step < 20; step++) {
            learner.step(step);
        }
        loss(context, true);
        for (Parameter parameter : learner.parameters()) {
            DenseParameter dense = (DenseParameter) parameter;
            Matrix gradient = dense.gradient().copy();
            assertSlope(dense.values(), gradient, dense.values().copy(), context);
            assertSlope(dense.values(), gradient, gradient, context);
        }
    }

    private void assertSlope(Matrix values, Matrix gradient, Matrix direction, Context context) {
        boolean users = values.rows() == data.users().rows();
        double length = 0;
        double expected = 0;
        for (int row = 0; row < values.rows(); row++) {
            if (users) {
                direction.set(row, values.columns() - 1, 0);
            }
            for (int column = 0; column < values.columns(); column++) {
                length += Math.pow(direction.at(row, column), 2);
                expected += gradient.at(row, column) * direction.at(row, column);
            }
        }
        double step = 1e-2 / Math.sqrt(length);
        move(values, direction, step);
        double after = loss(context, false);
        move(values, direction, -2 * step);
        double before = loss(context, false);
        move(values, direction, step);

        assertThat((after - before) / (2 * step))
                .isCloseTo(expected, within(1e-2 * Math.abs(expected) + 1e-5));
    }

    private static void move(Matrix values, Matrix direction, double by) {
        for (int at = 0; at < values.values().length; at++) {
            values.values()[at] += (float) by * direction.values()[at];
        }
    }

    private double loss(Context context, boolean backward) {
        ValuedLearner.Sides sides = learner.forward(context, new SplittableRandom(3));
        Matrix users = sides.users();
        MeetingLoss loss = new MeetingLoss(meetings.above(), users.rows());
        ValuedLearner.Sides gradients =
                backward
                        ? learner.gradients()
                        : new ValuedLearner.Sides(users.copy(), sides.items().copy());
        double squares =
                loss.backward(
                        meetings.byUser(),
                        meetings.byItem(),
                        context,
                        users,
                        sides.items(),
                        gradients.users(),
                        gradients.items(),
                        workers);
        if (backward) {
            learner.backward(context);
        }
        double ridge = 0;
        for (int row = 0; row < users.rows(); row++) {
            for (int column = 0; column < users.columns() - 2; column++) {
                ridge += Math.pow(users.at(row, column), 2);
            }
        }
        return squares / loss.count() / 2 + RIDGE / meetings.above().length * ridge / 2;
    }

    /** Who knows no user errs by 1.5, and who knows all of this world by 0.5. */
    @Test
    void predictsValuesThatItHasNotSeen() {
        for (int step = 0; step < STEPS; step++) {
            learner.step(step);
        }

        assertThat(learner.validation().orElseThrow()).isLessThan(0.8);
    }
}
