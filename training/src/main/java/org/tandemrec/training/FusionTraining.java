package org.tandemrec.training;

import org.tandemrec.vectors.Workers;

/**
 * Trains preset {@code fusion} until the epochs or the patience are used up and keeps the epoch
 * that was best on the validation part; without one, the last. Then, where the configuration says
 * {@code refit}, trains anew on all interactions for as many epochs.
 */
final class FusionTraining {
    private final FusionConfig config;
    private final Watch watch;
    private final TrainingData data;
    private final Workers workers;

    FusionTraining(FusionConfig config, Watch watch, TrainingData data, Workers workers) {
        this.config = config;
        this.watch = watch;
        this.data = data;
        this.workers = workers;
    }

    TrainedTowers train() {
        ValidationSplit split =
                ValidationSplit.of(data.interactions(), config.validationFraction(), config.seed());
        return config.refit() && split.validation().size() > 0
                ? trainTwice(split)
                : trainOnce(split);
    }

    private TrainedTowers trainOnce(ValidationSplit split) {
        TwoTowers towers = towers(split);
        EpochNumbers numbers = new EpochNumbers(0, config.epochs());
        return towers.export(
                TrainingReport.of(pass(split, towers, numbers).train(config.epochs()), split));
    }

    private TrainedTowers trainTwice(ValidationSplit split) {
        EpochNumbers numbers = new EpochNumbers(0, 2 * config.epochs());
        PassReport chosen = pass(split, towers(split), numbers).train(config.epochs());
        ValidationSplit everything = split.undone(data.interactions());
        TwoTowers towers = towers(everything);
        int before = chosen.epochs().size();
        pass(everything, towers, new EpochNumbers(before, before + chosen.bestEpoch()))
                .train(chosen.bestEpoch());
        return towers.export(TrainingReport.of(chosen, split).refitted(everything));
    }

    private TwoTowers towers(ValidationSplit split) {
        return new TwoTowers(data, split.training(), config, workers);
    }

    private Pass pass(ValidationSplit split, TwoTowers towers, EpochNumbers numbers) {
        return new Pass(
                new FusionLearner(config, split, towers), watch, numbers, config.patience());
    }
}
