package org.tandemrec.training;

import static org.tandemrec.training.SearchRange.Spread.LOGARITHMIC;
import static org.tandemrec.training.SearchRange.Spread.WHOLE;

import java.util.Map;

/**
 * How to train the preset {@code taste}.
 *
 * @param easeLambda ridge of the model over the whole history
 * @param easeRank how many dimensions it has
 * @param easeHalving after how many events an event counts half as much in it
 * @param nextLambda ridge of the model over the latest items
 * @param nextRank how many dimensions it has
 * @param nextShare how much it counts beside the first, which counts 1
 * @param attributeLambda ridge of the model over attributes
 * @param attributeRank how many directions it sees, beside popularity
 * @param attributeShare how much it counts for somebody of whom nothing else is known
 * @param attributeFading how many events halve that
 * @param historyDoubt how many events make what somebody did count half beside their attributes
 * @param contentLambda ridge of the model over the content of items
 * @param contentRank how many directions it sees
 * @param contentShare how much it counts for an item that nobody has met
 * @param contentFading how many events halve that
 * @param memory that reads what people did in its order
 * @param ratingRank dimensions of the model that predicts values
 * @param validation whether everybody's last event is kept to judge by
 * @param seed of everything drawn by chance
 * @param threads that share the arithmetic; they do not change the result
 */
public record TasteConfig(
        @Setting(value = "ridge of the model over the whole history", afterSteps = true)
                @Bounds(from = 1, to = 1e9)
                @Searched(from = 50, to = 10_000, spread = LOGARITHMIC)
                double easeLambda,
        @Setting(value = "how many dimensions it has", afterSteps = true)
                @Bounds(from = 1, to = 2048)
                @Searched(from = 64, to = 512, spread = WHOLE)
                int easeRank,
        @Setting(value = "after how many events one counts half as much in it", afterSteps = true)
                @Bounds(from = 0.1, to = 1e9)
                @Searched(from = 1, to = 1_000, spread = LOGARITHMIC)
                double easeHalving,
        @Setting(value = "ridge of the model over the latest items", afterSteps = true)
                @Bounds(from = 1, to = 1e9)
                @Searched(from = 20, to = 5_000, spread = LOGARITHMIC)
                double nextLambda,
        @Setting(value = "how many dimensions it has", afterSteps = true)
                @Bounds(from = 1, to = 2048)
                @Searched(from = 64, to = 768, spread = WHOLE)
                int nextRank,
        @Setting(value = "how much it counts beside the first", afterSteps = true)
                @Bounds(from = 0.001, to = 1000)
                @Searched(from = 0.1, to = 3, spread = LOGARITHMIC)
                double nextShare,
        @Setting(value = "ridge of the model over attributes", afterSteps = true)
                @Bounds(from = 1, to = 1e9)
                double attributeLambda,
        @Setting(value = "how many directions it sees", afterSteps = true)
                @Bounds(from = 1, to = 2048)
                int attributeRank,
        @Setting(value = "how much it counts where nothing else is known", afterSteps = true)
                @Bounds(from = 0.001, to = 1000)
                @Searched(from = 0.1, to = 3, spread = LOGARITHMIC)
                double attributeShare,
        @Setting(value = "how many events halve that", afterSteps = true)
                @Bounds(from = 0.001, to = 1e6)
                @Searched(from = 1, to = 500, spread = LOGARITHMIC)
                double attributeFading,
        @Setting(
                        value = "how many events make a history count half beside attributes",
                        afterSteps = true)
                @Bounds(from = 0, to = 1e6)
                @Searched(from = 0.1, to = 20, spread = LOGARITHMIC)
                double historyDoubt,
        @Setting(value = "ridge of the model over the content of items", afterSteps = true)
                @Bounds(from = 0.001, to = 1e9)
                double contentLambda,
        @Setting(value = "how many directions it sees", afterSteps = true)
                @Bounds(from = 1, to = 2048)
                int contentRank,
        @Setting(value = "how much it counts for an item that nobody has met", afterSteps = true)
                @Bounds(from = 0.001, to = 1000)
                @Searched(from = 0.2, to = 2, spread = LOGARITHMIC)
                double contentShare,
        @Setting(value = "how many events halve that", afterSteps = true)
                @Bounds(from = 0.001, to = 1e6)
                @Searched(from = 3, to = 3_000, spread = LOGARITHMIC)
                double contentFading,
        MemoryConfig memory,
        @Setting(value = "dimensions of the model that predicts values", afterSteps = true)
                @Bounds(from = 1, to = 2048)
                int ratingRank,
        @Setting("whether everybody's last event is kept to judge by") boolean validation,
        long seed,
        @Bounds(from = 1, to = 1024) int threads)
        implements TrainingConfig {
    public TasteConfig {
        SettingTable.of(TasteConfig.class)
                .check(
                        easeLambda,
                        easeRank,
                        easeHalving,
                        nextLambda,
                        nextRank,
                        nextShare,
                        attributeLambda,
                        attributeRank,
                        attributeShare,
                        attributeFading,
                        historyDoubt,
                        contentLambda,
                        contentRank,
                        contentShare,
                        contentFading,
                        memory,
                        ratingRank,
                        validation,
                        seed,
                        threads);
    }

    @Override
    public Objective objective() {
        return Objective.RANKING;
    }

    @Override
    public TrainingConfig judged() {
        return with(Map.of("validation", "true"));
    }
}
