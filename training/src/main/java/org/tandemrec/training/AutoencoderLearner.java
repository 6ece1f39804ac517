package org.tandemrec.training;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tandemrec.layers.Context;
import org.tandemrec.layers.DenseParameter;
import org.tandemrec.layers.Parameter;
import org.tandemrec.layers.Start;
import org.tandemrec.towers.HiddenNumbers;
import org.tandemrec.towers.HistoryLayer;
import org.tandemrec.vectors.Matrix;

/**
 * An item autoencoder (I-AutoRec: Sedhain et al. 2015) that fills in what it does not read
 * (denoising: Vincent et al. 2008): a value lies above the mean by {@code b_u + b_i + v_u . h_i},
 * where h are the hidden numbers of an item's {@link HistoryLayer} and v is free for every user,
 * but kept small by a ridge. What it is for are the items' hidden numbers: they tell which items
 * the same people like.
 */
final class AutoencoderLearner extends ValuedLearner {
    private static final double USER_DEVIATION = 0.02;

    private final ValuedTask task;
    private final int width;
    private final HistoryLayer layer;
    private final DenseParameter users;
    private final DenseParameter itemBiases;
    private final Matrix items;
    private final Matrix itemGradient;
    private final Matrix hiddenGradient;
    private final List<Parameter> parameters;

    AutoencoderLearner(ValuedTask task, long seed) {
        super(task, seed);
        this.task = task;
        this.width = task.config().paddedLikeness();
        SplittableRandom seeds = new SplittableRandom(seed);
        int rows = task.data().items().rows();
        this.layer =
                new HistoryLayer(
                        task.data().items(),
                        task.meetings().byItem(),
                        task.meetings().byUser(),
                        task.basis(),
                        width,
                        seeds.nextLong());
        Matrix start =
                Start.normal(
                        task.data().users().rows(), width + 2, USER_DEVIATION, seeds.nextLong());
        for (int row = 0; row < start.rows(); row++) {
            start.set(row, userBias(), 0);
            start.set(row, itemBias(), 1);
        }
        this.users = new DenseParameter(start);
        this.itemBiases = new DenseParameter(Matrix.zeros(rows, 1));
        this.items = Matrix.zeros(rows, width + 2);
        this.itemGradient = Matrix.zeros(rows, width + 2);
        this.hiddenGradient = Matrix.zeros(rows, width);
        this.parameters = new ArrayList<>(layer.parameters());
        parameters.add(users);
        parameters.add(itemBiases);
    }

    /** The column of the users' biases, where items have a 1. */
    private int userBias() {
        return width;
    }

    /** The column of the items' biases, where users have a 1. */
    private int itemBias() {
        return width + 1;
    }

    @Override
    List<Parameter> parameters() {
        return parameters;
    }

    @Override
    Sides forward(Context context, SplittableRandom random) {
        layer.compose(task.workers());
        return sides(layer.forward(context, 1, task.workers()));
    }

    private Sides sides(Matrix hidden) {
        for (int row = 0; row < items.rows(); row++) {
            System.arraycopy(
                    hidden.values(), hidden.offset(row), items.values(), items.offset(row), width);
            items.set(row, userBias(), 1);
            items.set(row, itemBias(), itemBiases.values().at(row, 0));
        }
        return new Sides(users.values(), items);
    }

    @Override
    Sides gradients() {
        return new Sides(users.gradient(), itemGradient);
    }

    @Override
    void backward(Context context) {
        keepSmall();
        for (int row = 0; row < itemGradient.rows(); row++) {
            System.arraycopy(
                    itemGradient.values(),
                    itemGradient.offset(row),
                    hiddenGradient.values(),
                    hiddenGradient.offset(row),
                    width);
            itemBiases.gradient().set(row, 0, itemGradient.at(row, itemBias()));
        }
        layer.backward(context, hiddenGradient, task.workers());
    }

    /** The ridge stands against the errors of all events, of which the loss is the mean. */
    private void keepSmall() {
        int events = Math.max(1, task.meetings().above().length);
        float share = (float) (task.config().likenessRidge() / events);
        Matrix gradient = users.gradient();
        for (int row = 0; row < gradient.rows(); row++) {
            for (int column = 0; column < width; column++) {
                float pull = share * users.values().at(row, column);
                gradient.set(row, column, gradient.at(row, column) + pull);
            }
            gradient.set(row, itemBias(), 0);
        }
    }

    @Override
    Sides answers(Context all) {
        layer.compose(task.workers());
        return sides(layer.forward(all, task.answeringScale(), task.workers()));
    }

    /** The items' hidden numbers. */
    HiddenNumbers items() {
        layer.compose(task.workers());
        return new HiddenNumbers(layer.trained(), task.basis(), task.answeringScale());
    }
}
