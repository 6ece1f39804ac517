package org.tandemrec.training;

import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.tandemrec.vectors.Workers;

/**
 * Trains two towers on valued interactions. The same data and the same configuration give the same
 * bytes, on any number of threads. One trainer may be used again, from one thread at a time.
 */
public final class Trainer {
    private final TrainingConfig config;
    private final Watch watch;

    /**
     * A trainer.
     *
     * @param config how to train
     * @param listener told how it goes
     * @param cancelled asked between batches whether to stop
     * @param clock for the speed that the listener is told; no result depends on it
     */
    public Trainer(
            TrainingConfig config,
            TrainingListener listener,
            BooleanSupplier cancelled,
            InstantSource clock) {
        this.config = config;
        this.watch = new Watch(listener, cancelled, clock);
    }

    /**
     * Trains until the epochs or the patience are used up and keeps the epoch that was best on the
     * validation part; without one, the last. Then, where the configuration says {@code refit},
     * trains anew on all interactions for as many epochs.
     *
     * @throws TrainingCancelledException when asked to stop
     */
    public TrainedTowers train(TrainingData data) {
        ValidationSplit split =
                ValidationSplit.of(data.interactions(), config.validationFraction(), config.seed());
        try (Workers workers = Workers.of(config.threads())) {
            return refits(split)
                    ? trainTwice(data, split, workers)
                    : trainOnce(data, split, workers);
        }
    }

    private boolean refits(ValidationSplit split) {
        return config.refit() && split.validation().size() > 0;
    }

    private TrainedTowers trainOnce(TrainingData data, ValidationSplit split, Workers workers) {
        TwoTowers towers = new TwoTowers(data, split.training(), config, workers);
        EpochNumbers numbers = new EpochNumbers(0, config.epochs());
        return towers.export(
                new Pass(config, watch, split, towers, numbers).train(config.epochs()));
    }

    private TrainedTowers trainTwice(TrainingData data, ValidationSplit split, Workers workers) {
        TrainingReport chosen = choose(data, split, workers);
        ValidationSplit everything = split.undone(data.interactions());
        TwoTowers towers = new TwoTowers(data, everything.training(), config, workers);
        int before = chosen.epochs().size();
        EpochNumbers numbers = new EpochNumbers(before, before + chosen.bestEpoch());
        TrainingReport refitted =
                new Pass(config, watch, everything, towers, numbers).train(chosen.bestEpoch());
        return towers.export(chosen.refitted(refitted));
    }

    private TrainingReport choose(TrainingData data, ValidationSplit split, Workers workers) {
        TwoTowers towers = new TwoTowers(data, split.training(), config, workers);
        EpochNumbers numbers = new EpochNumbers(0, 2 * config.epochs());
        return new Pass(config, watch, split, towers, numbers).train(config.epochs());
    }
}
