package org.tandemrec.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.HistoryInput;
import org.tandemrec.features.HistoryPart;
import org.tandemrec.model.RatingScale;
import org.tandemrec.model.TowerPair;
import org.tandemrec.parts.Part;
import org.tandemrec.parts.PartTowers;
import org.tandemrec.parts.RatedHistory;
import org.tandemrec.vectors.Workers;

/**
 * Trains preset {@code taste}: what people like of all there is, for known people, half-known ones
 * and strangers, and what is like it for items that nobody has met. All of it in closed form but
 * for the memory, which is trained.
 */
final class TasteTraining {
    private final TasteConfig config;
    private final Watch watch;
    private final TrainingData data;
    private final Workers workers;
    private final LearnedSteps steps;

    TasteTraining(TasteConfig config, Watch watch, LearnedSteps steps, Workers workers) {
        this.config = config;
        this.watch = watch;
        this.data = steps.data();
        this.workers = workers;
        this.steps = steps;
    }

    TrainedTowers train() {
        LastEvents split = LastEvents.of(data, config.validation());
        TasteParts fit = new TasteParts(config, watch, split.training(), workers);
        List<Part> parts = new ArrayList<>(fit.parts());
        Optional<TasteMemory.Learned> memory = memory(split.training());
        memory.ifPresent(learned -> parts.add(learned.part(config.memory(), workers)));
        PartTowers towers = new PartTowers(parts, fit.ratings(), reads());
        watch.listener().stage("writing the towers");
        byte[] user = towers.userTower(data.users());
        byte[] item = towers.itemTower(data.items());
        return new TrainedTowers(
                pair(user, item, towers, fit.ratings()),
                user,
                item,
                towers.users(data.users(), histories(data), workers),
                towers.items(),
                report(split, towers, memory));
    }

    private static EncodedHistories histories(TrainingData data) {
        return EncodedHistories.ofUsers(data.interactions(), data.users().rows());
    }

    private Optional<TasteMemory.Learned> memory(TrainingData training) {
        return config.memory().used()
                ? Optional.of(
                        steps.of(
                                config,
                                TasteMemory.Learned.class,
                                new TasteMemory(config, watch, training, workers)::learn))
                : Optional.empty();
    }

    private Set<HistoryPart> reads() {
        return config.memory().used()
                ? Set.of(HistoryPart.ROWS, HistoryPart.VALUES, HistoryPart.BEFORE)
                : Set.of(HistoryPart.ROWS, HistoryPart.VALUES);
    }

    private TowerPair pair(
            byte[] user, byte[] item, PartTowers towers, Optional<RatedHistory> ratings) {
        HistoryInput input = new HistoryInput(reads(), 0, (float) data.scale().to());
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

    private TrainingReport report(
            LastEvents split, PartTowers towers, Optional<TasteMemory.Learned> memory) {
        EncodedHistories known = histories(split.training());
        OptionalDouble figure =
                split.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(
                                split.ndcg(
                                        towers.users(data.users(), known, workers),
                                        towers.items(),
                                        known,
                                        workers));
        return new TrainingReport(
                Objective.RANKING,
                memory.map(learned -> learned.report().epochs()).orElse(List.of()),
                memory.map(learned -> learned.report().bestEpoch()).orElse(0),
                split.training().interactions().size(),
                split.size(),
                figure);
    }
}
