package org.tandemrec.training;

import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.tandemrec.layers.Adam;
import org.tandemrec.layers.OneCycle;
import org.tandemrec.layers.Pairs;
import org.tandemrec.towers.Hiding;
import org.tandemrec.vectors.Matrix;

/** The two towers of preset {@code fusion}, trained batch by batch on the values. */
final class FusionLearner implements Learner {
    private final FusionConfig config;
    private final ValidationSplit split;
    private final TwoTowers towers;
    private final Epoch epoch;
    private final OneCycle rates;
    private final Adam adam;
    private final SplittableRandom random;
    private Hiding hiding = Hiding.nothing();
    private int steps;

    FusionLearner(FusionConfig config, ValidationSplit split, TwoTowers towers) {
        this.config = config;
        this.split = split;
        this.towers = towers;
        this.epoch = new Epoch(split.training(), towers, config.batchSize());
        this.rates =
                new OneCycle(
                        config.learningRate(),
                        Math.multiplyExact(config.epochs(), epoch.batches()));
        this.adam = new Adam(config.decay());
        this.random = new SplittableRandom(config.seed());
    }

    @Override
    public Objective objective() {
        return Objective.RATING;
    }

    @Override
    public int steps() {
        return epoch.batches();
    }

    @Override
    public void startEpoch() {
        hiding = new Hiding(config.idDropout(), config.attributeDropout(), random.split());
        epoch.shuffle(random);
    }

    @Override
    public StepLoss step(int number) {
        Pairs batch = epoch.batch(number);
        adam.nextStep(rates.rateAt(steps++));
        return new StepLoss(towers.step(batch, adam, hiding), batch.size());
    }

    @Override
    public OptionalDouble validation() {
        return split.validation().size() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(towers.rmse(split.validation()));
    }

    @Override
    public List<Matrix> values() {
        return towers.values();
    }

    @Override
    public void restore(List<Matrix> values) {
        towers.restore(values);
    }
}
