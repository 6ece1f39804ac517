package org.tandemrec.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.tandemrec.data.TimeColumn;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.features.HistoryInput;
import org.tandemrec.features.HistoryPart;
import org.tandemrec.layers.ValueBasis;
import org.tandemrec.model.RatingScale;
import org.tandemrec.model.TowerPair;
import org.tandemrec.regression.ClosedForm;
import org.tandemrec.regression.Ease;
import org.tandemrec.regression.LowRank;
import org.tandemrec.regression.ReducedRank;
import org.tandemrec.regression.SparseMatrix;
import org.tandemrec.towers.Closeness;
import org.tandemrec.towers.HiddenNumbers;
import org.tandemrec.towers.RatingTowers;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * Trains preset {@code rating}: history towers of one or two sizes without ids, the mean of their
 * predictions, an items' autoencoder that tells which items are alike, and EASE on what the towers
 * leave.
 */
final class RatingTraining {
    private final RatingConfig config;
    private final Watch watch;
    private final TrainingData data;
    private final Workers workers;
    private final LearnedSteps steps;

    RatingTraining(RatingConfig config, Watch watch, LearnedSteps steps, Workers workers) {
        this.config = config;
        this.watch = watch;
        this.data = steps.data();
        this.workers = workers;
        this.steps = steps;
    }

    TrainedTowers train() {
        ValueBasis basis = ValuedMeetings.basis(data.scale(), config.basis());
        ValidationSplit split =
                ValidationSplit.of(
                        ValuedMeetings.known(data.interactions()),
                        config.validationFraction(),
                        config.seed());
        TrainingData training = data.with(split.training());
        Learned learned = steps.of(config, Learned.class, () -> learn(training, split, basis));
        watch.listener().stage("learning from what is left");
        LowRank.Factors explained = explained(learned, split.training());
        return export(learned, explained, split);
    }

    private Learned learn(TrainingData training, ValidationSplit split, ValueBasis basis) {
        ValuedMeetings meetings = ValuedMeetings.of(training, basis);
        ValuedTask task =
                new ValuedTask(config, training, meetings, split.validation(), basis, workers);
        List<RatingTowers.Pair> pairs = new ArrayList<>();
        List<EpochReport> epochs = new ArrayList<>();
        SplittableRandom seeds = new SplittableRandom(config.seed());
        for (RatingConfig.Size size : config.sizes()) {
            RatingLearner learner = new RatingLearner(task, size, seeds.nextLong());
            epochs.addAll(trained(learner, epochs.size()));
            pairs.add(learner.pair());
        }
        AutoencoderLearner likeness = new AutoencoderLearner(task, seeds.nextLong());
        epochs.addAll(trained(likeness, epochs.size()));
        return new Learned(basis, meetings.mean(), pairs, likeness.items(), epochs);
    }

    private List<EpochReport> trained(ValuedLearner learner, int before) {
        int epochs = ValuedLearner.epochs(config);
        EpochNumbers numbers = new EpochNumbers(before, (config.sizes().size() + 1) * epochs);
        return new Pass(learner, watch, numbers, epochs).train(epochs).epochs();
    }

    /** What the steps have found. */
    private record Learned(
            ValueBasis basis,
            float mean,
            List<RatingTowers.Pair> pairs,
            HiddenNumbers likeness,
            List<EpochReport> epochs) {}

    /** EASE on what the towers leave of these events. */
    private LowRank.Factors explained(Learned learned, EncodedInteractions known) {
        ItemColumns columns =
                ItemColumns.of(
                        EncodedInteractions.counts(known.items(), data.items().rows()),
                        ClosedForm.MOST_COLUMNS);
        Matrix nothing = Matrix.zeros(data.items().rows(), 1);
        SparseMatrix left =
                left(
                        towers(learned, new LowRank.Factors(nothing, nothing), nothing, known),
                        EncodedHistories.ofUsers(known, data.users().rows()),
                        columns);
        LowRank.Factors factors =
                ReducedRank.of(
                        left,
                        Ease.weights(left, (float) config.residualLambda(), workers),
                        config.residualRank(),
                        config.seed(),
                        workers);
        return new LowRank.Factors(
                scaled(columns.spread(factors.left()), (float) config.residualShare()),
                columns.spread(factors.right()));
    }

    /** Towers that answer from these events. */
    private RatingTowers towers(
            Learned learned, LowRank.Factors explained, EncodedInteractions known) {
        return towers(learned, explained, places(learned.likeness(), known), known);
    }

    private RatingTowers towers(
            Learned learned, LowRank.Factors explained, Matrix places, EncodedInteractions known) {
        return new RatingTowers(
                learned.basis(),
                learned.mean(),
                learned.pairs(),
                data.items(),
                EncodedHistories.ofItems(known, data.items().rows()),
                explained.left(),
                explained.right(),
                places,
                closeness(),
                workers);
    }

    /** The items' places in a person's process. */
    private Matrix places(HiddenNumbers items, EncodedInteractions known) {
        Matrix hidden =
                items.whole(
                        data.items(),
                        EncodedHistories.ofItems(known, data.items().rows()),
                        workers);
        Likeness likeness =
                new Likeness(
                        hidden,
                        config.likenessSharpness(),
                        EncodedInteractions.counts(known.items(), data.items().rows()));
        return scaled(
                likeness.places(config.likenessAxes(), workers),
                (float) (1 / Math.sqrt(config.personDoubt())));
    }

    /** Data without times has nothing that is close in time. */
    private Closeness closeness() {
        boolean timed =
                Arrays.stream(data.interactions().times())
                        .anyMatch(time -> time != TimeColumn.MISSING);
        return timed ? config.closeness() : Closeness.NONE;
    }

    private static Matrix scaled(Matrix matrix, float scale) {
        for (int at = 0; at < matrix.values().length; at++) {
            matrix.values()[at] *= scale;
        }
        return matrix;
    }

    /** What the towers leave of every event. */
    private SparseMatrix left(RatingTowers towers, EncodedHistories people, ItemColumns columns) {
        float[] residuals = towers.residuals(data.users(), people, workers);
        SparseMatrix met = columns.met(people);
        if (met.cells() != residuals.length) {
            residuals = withColumns(people, columns, residuals);
        }
        int[] rows = new int[met.cells()];
        int[] cells = new int[met.cells()];
        for (int row = 0; row < met.rows(); row++) {
            for (int cell = met.start(row); cell < met.start(row + 1); cell++) {
                rows[cell] = row;
                cells[cell] = met.column(cell);
            }
        }
        return SparseMatrix.of(met.rows(), columns.count(), rows, cells, residuals);
    }

    private static float[] withColumns(
            EncodedHistories people, ItemColumns columns, float[] residuals) {
        float[] kept = new float[residuals.length];
        int count = 0;
        for (int event = 0; event < residuals.length; event++) {
            if (columns.columnOf(people.others()[event]) >= 0) {
                kept[count++] = residuals[event];
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /** The towers read everything, also what was kept to judge by. */
    private TrainedTowers export(
            Learned learned, LowRank.Factors explained, ValidationSplit split) {
        TrainingReport report = report(learned, explained, split);
        watch.listener().stage("writing the towers");
        EncodedInteractions known = ValuedMeetings.known(data.interactions());
        RatingTowers towers = towers(learned, explained, known);
        byte[] user = towers.userTower(data.users());
        byte[] item = towers.itemTower(data.items());
        RatingScale scale =
                new RatingScale(1, learned.mean(), data.scale().from(), data.scale().to());
        return new TrainedTowers(
                new TowerPair(user, item, towers.width(), scale)
                        .reading(
                                Optional.of(reading(towers.userReads())),
                                Optional.of(reading(RatingTowers.ITEM_READS))),
                user,
                item,
                users(towers, known),
                towers.itemVectors(),
                report);
    }

    private HistoryInput reading(Set<HistoryPart> parts) {
        return new HistoryInput(parts, 0, (float) data.scale().to());
    }

    private Matrix users(RatingTowers towers, EncodedInteractions known) {
        return towers.userVectors(
                data.users(), EncodedHistories.ofUsers(known, data.users().rows()), workers);
    }

    /** What was kept to judge by, each asked for at its own moment. */
    private double rmse(RatingTowers towers, float mean, ValidationSplit split) {
        int users = data.users().rows();
        EncodedHistories asked = EncodedHistories.ofUsers(split.validation(), users);
        float[] scores =
                towers.scores(
                        data.users(),
                        EncodedHistories.ofUsers(split.training(), users),
                        asked,
                        workers);
        SquaredErrors errors = new SquaredErrors(data.scale());
        for (int event = 0; event < scores.length; event++) {
            errors.add(mean + scores[event], asked.values()[event]);
        }
        return errors.root();
    }

    private TrainingReport report(
            Learned learned, LowRank.Factors explained, ValidationSplit split) {
        OptionalDouble figure = OptionalDouble.empty();
        if (split.validation().size() > 0) {
            figure =
                    OptionalDouble.of(
                            rmse(
                                    towers(learned, explained, split.training()),
                                    learned.mean(),
                                    split));
        }
        return new TrainingReport(
                Objective.RATING,
                learned.epochs(),
                learned.epochs().size(),
                split.training().size(),
                split.validation().size(),
                figure);
    }
}
