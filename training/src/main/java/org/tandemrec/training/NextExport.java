package org.tandemrec.training;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.features.HistoryInput;
import org.tandemrec.features.HistoryPart;
import org.tandemrec.model.RatingScale;
import org.tandemrec.model.TowerPair;
import org.tandemrec.parts.Part;
import org.tandemrec.parts.PartTowers;
import org.tandemrec.parts.RatedHistory;
import org.tandemrec.regression.ClosedForm;
import org.tandemrec.towers.SequencePart;
import org.tandemrec.towers.ValueLevels;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/** Makes two towers of what preset {@code next} has learned. */
final class NextExport {
    private final TrainingData data;
    private final NextConfig config;
    private final NextTraining.Learned learned;
    private final Watch watch;
    private final Workers workers;
    private final EncodedHistories histories;

    NextExport(
            TrainingData data,
            NextConfig config,
            NextTraining.Learned learned,
            Watch watch,
            Workers workers) {
        this.data = data;
        this.config = config;
        this.learned = learned;
        this.watch = watch;
        this.workers = workers;
        this.histories = learned.sequences().histories();
    }

    TrainedTowers towers() {
        Optional<RatedHistory> ratings = ratings();
        PartTowers towers = new PartTowers(parts(), ratings, reads(ratings));
        watch.listener().stage("writing the towers");
        byte[] user = towers.userTower(data.users());
        byte[] item = towers.itemTower(data.items());
        return new TrainedTowers(
                pair(user, item, towers, ratings),
                user,
                item,
                towers.users(data.users(), histories, workers),
                towers.items(),
                report());
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>(List.of(sequences()));
        if (config.followerShare() > 0) {
            parts.add(followers());
        }
        return parts;
    }

    private Part followers() {
        watch.listener().stage("learning what follows what");
        NextSequences sequences = learned.sequences();
        int[] counts = sequences.counts(data.items().rows());
        ItemColumns columns = ItemColumns.of(counts, ClosedForm.MOST_COLUMNS);
        LagSums sums = new LagSums(sequences.trained(), columns);
        return new LinearParts(columns, columns.alone(counts), config.seed(), workers)
                .part(
                        Followers.fit(sums, workers),
                        config.followerRank(),
                        Followers.weights(),
                        (float) config.followerShare());
    }

    private TowerPair pair(
            byte[] user, byte[] item, PartTowers towers, Optional<RatedHistory> ratings) {
        HistoryInput input = new HistoryInput(reads(ratings), 0, (float) data.scale().to());
        Optional<RatingScale> scale =
                ratings.map(
                        rated ->
                                new RatingScale(
                                        1, rated.mean(), data.scale().from(), data.scale().to()));
        TowerPair pair =
                TowerPair.ranking(user, item, towers.width(), scale)
                        .reading(Optional.of(input), Optional.empty());
        return ratings.map(rated -> pair.rating(rated.width())).orElse(pair);
    }

    /** Predicted values are made of given ones, whatever ranking knows. */
    private Set<HistoryPart> reads(Optional<RatedHistory> ratings) {
        Set<HistoryPart> reads = EnumSet.copyOf(learned.reads().parts());
        if (ratings.isPresent()) {
            reads.add(HistoryPart.VALUES);
        }
        return reads;
    }

    /** What values are predicted by; empty where there is but one value. */
    private Optional<RatedHistory> ratings() {
        if (data.scale().from() == data.scale().to()) {
            return Optional.empty();
        }
        watch.listener().stage("learning what people value");
        int[] counts = EncodedInteractions.counts(data.interactions().items(), data.items().rows());
        ItemColumns columns = ItemColumns.of(counts, ClosedForm.MOST_COLUMNS);
        return Optional.of(
                new ValueRidge(data, histories, columns, workers)
                        .fit(config.ratingRank(), config.seed()));
    }

    private SequencePart sequences() {
        return new SequencePart(
                learned.encoder(), data.users(), ValueLevels.of(data.scale()), items());
    }

    /** The items' vectors; one that never occurs gets a bias that puts it behind all others. */
    private Matrix items() {
        Matrix vectors = learned.encoder().items().values().copy();
        int bias = config.width() - 1;
        double lowest = 0;
        for (int item = 0; item < vectors.rows(); item++) {
            if (learned.candidates().mayCome(item)) {
                double length = length(vectors, item);
                double worst = vectors.at(item, bias) - length * learned.encoder().longestVector();
                lowest = Math.min(lowest, worst);
            }
        }
        for (int item = 0; item < vectors.rows(); item++) {
            if (!learned.candidates().mayCome(item)) {
                vectors.set(item, bias, (float) lowest);
            }
        }
        return vectors;
    }

    private static double length(Matrix vectors, int row) {
        int offset = vectors.offset(row);
        float[] values = vectors.values();
        return Math.sqrt(Rows.dot(values, offset, values, offset, vectors.stride()));
    }

    private TrainingReport report() {
        PassReport pass = learned.report();
        return new TrainingReport(
                Objective.RANKING,
                pass.epochs(),
                pass.bestEpoch(),
                learned.sequences().events(),
                learned.sequences().validation().length,
                pass.epochs().get(pass.bestEpoch() - 1).validation());
    }
}
