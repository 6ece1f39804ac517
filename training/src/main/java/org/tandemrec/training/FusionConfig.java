package org.tandemrec.training;

import static org.tandemrec.training.SearchRange.Spread.LINEAR;
import static org.tandemrec.training.SearchRange.Spread.LOGARITHMIC;
import static org.tandemrec.training.SearchRange.Spread.WHOLE;

import java.util.Map;
import org.tandemrec.data.BadInputException;
import org.tandemrec.towers.TowerWidths;

/**
 * How to train the preset {@code fusion}.
 *
 * @param idWidth of an id's embedding
 * @param attributeWidth of a category's embedding
 * @param wordWidth of a word's embedding
 * @param textWidth how many filters read a text
 * @param vectorWidth of a tower's output
 * @param batchSize interactions a step at most; an epoch has at least 50 steps where it can
 * @param learningRate the highest rate of the cycle
 * @param decay each step takes {@code rate * decay} of every parameter away
 * @param epochs passes over the interactions at most
 * @param patience epochs without a better validation before training stops
 * @param idDropout how often an id is hidden in a batch, from 0 to 0.9
 * @param attributeDropout how often an attribute is hidden in a batch, from 0 to 0.9
 * @param familiarity how many interactions make an id half trusted
 * @param validationFraction the part of the interactions kept for choosing the best epoch
 * @param refit whether to train anew on all interactions once the best epoch is known
 * @param seed of everything drawn by chance
 * @param threads that share the arithmetic; they do not change the result
 */
public record FusionConfig(
        @Setting("width of an id's embedding") @Bounds(from = 1, to = 4096) int idWidth,
        @Setting("width of a category's embedding") @Bounds(from = 1, to = 4096) int attributeWidth,
        @Setting("width of a word's embedding") @Bounds(from = 1, to = 4096) int wordWidth,
        @Setting("how many filters read a text") @Bounds(from = 1, to = 4096) int textWidth,
        @Setting("width of a tower's output")
                @Bounds(from = 1, to = 4096)
                @Searched(from = 64, to = 320, spread = WHOLE)
                int vectorWidth,
        @Setting("interactions a step")
                @Bounds(from = 1, to = 1 << 24)
                @Searched(from = 2_048, to = 32_768, spread = WHOLE)
                int batchSize,
        @Setting("highest rate of the cycle")
                @Bounds(from = 1e-8, to = 1)
                @Searched(from = 1e-3, to = 1e-2, spread = LOGARITHMIC)
                double learningRate,
        @Setting("each step takes rate x decay of every parameter away")
                @Bounds(from = 0, to = 100)
                @Searched(from = 0.3, to = 10, spread = LOGARITHMIC)
                double decay,
        @Setting("passes over the interactions at most")
                @Bounds(from = 1, to = 10_000)
                @Searched(from = 3, to = 10, spread = WHOLE)
                int epochs,
        @Setting("epochs without a better validation before training stops")
                @Bounds(from = 1, to = 10_000)
                int patience,
        @Setting("how often an id is hidden in a batch")
                @Bounds(from = 0, to = 0.9)
                @Searched(from = 0, to = 0.2, spread = LINEAR)
                double idDropout,
        @Setting("how often an attribute is hidden in a batch")
                @Bounds(from = 0, to = 0.9)
                @Searched(from = 0, to = 0.1, spread = LINEAR)
                double attributeDropout,
        @Setting("interactions that make an id half trusted")
                @Bounds(from = 0, to = 1e6)
                @Searched(from = 2, to = 100, spread = LOGARITHMIC)
                double familiarity,
        @Setting("part of the interactions kept for choosing the best epoch")
                @Bounds(from = 0, to = 0.9)
                double validationFraction,
        @Setting("whether to train anew on everything once the best epoch is known") boolean refit,
        long seed,
        @Bounds(from = 1, to = 1024) int threads)
        implements TrainingConfig {
    public FusionConfig {
        SettingTable.of(FusionConfig.class)
                .check(
                        idWidth,
                        attributeWidth,
                        wordWidth,
                        textWidth,
                        vectorWidth,
                        batchSize,
                        learningRate,
                        decay,
                        epochs,
                        patience,
                        idDropout,
                        attributeDropout,
                        familiarity,
                        validationFraction,
                        refit,
                        seed,
                        threads);
        if (learningRate * decay >= 1) {
            throw new BadInputException(
                    "learning-rate times decay is %s, expected below 1; lower one of them"
                            .formatted(Settings.plain(learningRate * decay)));
        }
    }

    /** The widths of the towers' parts. */
    TowerWidths widths() {
        return new TowerWidths(idWidth, attributeWidth, wordWidth, textWidth, vectorWidth);
    }

    @Override
    public Objective objective() {
        return Objective.RATING;
    }

    @Override
    public TrainingConfig judged() {
        double fraction = validationFraction == 0 ? 0.1 : validationFraction;
        return with(Map.of("refit", "false", "validation-fraction", Settings.plain(fraction)));
    }
}
