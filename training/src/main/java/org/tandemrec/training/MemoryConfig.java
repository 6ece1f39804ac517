package org.tandemrec.training;

import static org.tandemrec.training.SearchRange.Spread.LINEAR;
import static org.tandemrec.training.SearchRange.Spread.LOGARITHMIC;
import static org.tandemrec.training.SearchRange.Spread.WHOLE;

import org.tandemrec.data.BadInputException;
import org.tandemrec.vectors.Matrix;

/**
 * How to train the memory of preset {@code taste}: an encoder that reads what people did in its
 * order.
 *
 * @param share how much it counts beside the model over the whole history, which counts 1; 0 for no
 *     memory
 * @param doubt how many events of somebody make it count half of that
 * @param width of its vectors, a multiple of 16
 * @param hidden width between memory and vector
 * @param longest events that it reads at most, the newest
 * @param dropout how many numbers are dropped while training, from 0 to 0.9
 * @param batchRows events a step at most; an epoch has at least 16 steps where it can
 * @param negatives items that the next one is told from in a step, drawn where there are more
 * @param learningRate the highest rate
 * @param epochs passes over the events
 */
public record MemoryConfig(
        @Setting(
                        value =
                                "how much the memory counts beside the first model, 0 for no memory",
                        key = "memory-share",
                        afterSteps = true)
                @Bounds(from = 0, to = 1000)
                @Searched(from = 0.5, to = 30, spread = LOGARITHMIC)
                double share,
        @Setting(
                        value = "how many events of somebody make the memory count half of that",
                        key = "memory-doubt",
                        afterSteps = true)
                @Bounds(from = 0, to = 1e6)
                @Searched(from = 0.5, to = 50, spread = LOGARITHMIC)
                double doubt,
        @Setting(value = "width of the memory, a multiple of 16", key = "memory-width")
                @Bounds(from = Matrix.LANES, to = 1024)
                int width,
        @Setting(value = "width of the layer behind the memory", key = "memory-hidden")
                @Bounds(from = 1, to = 4096)
                int hidden,
        @Setting(value = "events that the memory reads at most, the newest", key = "memory-longest")
                @Bounds(from = 1, to = 4096)
                int longest,
        @Setting(
                        value = "how many numbers are dropped while training the memory",
                        key = "memory-dropout")
                @Bounds(from = 0, to = 0.9)
                @Searched(from = 0, to = 0.5, spread = LINEAR)
                double dropout,
        @Setting("events a step of the memory's training") @Bounds(from = 1, to = 1 << 20)
                int batchRows,
        @Setting("items that the next one is told from in a step") @Bounds(from = 1, to = 1 << 24)
                int negatives,
        @Setting("highest rate of the memory's training")
                @Bounds(from = 1e-8, to = 1)
                @Searched(from = 1e-3, to = 6e-3, spread = LOGARITHMIC)
                double learningRate,
        @Setting("passes of the memory over the events")
                @Bounds(from = 1, to = 10_000)
                @Searched(from = 4, to = 20, spread = WHOLE)
                int epochs) {
    public MemoryConfig {
        SettingTable.of(MemoryConfig.class)
                .check(
                        share,
                        doubt,
                        width,
                        hidden,
                        longest,
                        dropout,
                        batchRows,
                        negatives,
                        learningRate,
                        epochs);
        if (width % Matrix.LANES != 0) {
            throw new BadInputException(
                    "%s is %d, expected a multiple of %d"
                            .formatted("memory-width", width, Matrix.LANES));
        }
    }

    boolean used() {
        return share > 0;
    }
}
