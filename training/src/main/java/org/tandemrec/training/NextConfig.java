package org.tandemrec.training;

import static org.tandemrec.training.SearchRange.Spread.LINEAR;
import static org.tandemrec.training.SearchRange.Spread.LOGARITHMIC;
import static org.tandemrec.training.SearchRange.Spread.WHOLE;

import java.util.Map;
import org.tandemrec.data.BadInputException;

/**
 * How to train the preset {@code next}.
 *
 * @param knows what is read: {@code items} in their order, {@code times} (also values and gaps) or
 *     {@code request-time} (also the moment of the request, where it is known: how long it is after
 *     the last event, and the month that it lies in)
 * @param width of a vector; each of the heads gets a multiple of 16
 * @param heads of the attention
 * @param blocks of attention and feed-forward layers
 * @param longest events that are read at most, the newest
 * @param lastReach how near the events are that the last block looks at, where others have looked
 *     at all before it: a vector at answer time takes the work of the one before it for these alone
 * @param dropout how many numbers are dropped while training, from 0 to 0.9
 * @param timeless how often, while training, an event does not know the time of the next
 * @param batchRows events a step at most; an epoch has at least 16 steps where it can
 * @param negatives items that the next one is told from in a step, drawn where there are more
 * @param learningRate the highest rate
 * @param average how much of the parameters' running mean, the result, a step leaves
 * @param epochs passes over the events at most
 * @param patience epochs without a better validation before training stops
 * @param validationFraction the part of the users whose last event is kept for choosing the best
 *     epoch
 * @param followerRank dimensions of what follows what, beside those of the encoder
 * @param followerShare how much what follows what counts; 0 leaves it out
 * @param ratingRank dimensions that values are predicted by
 * @param seed of everything drawn by chance
 * @param threads that share the arithmetic; they do not change the result
 */
public record NextConfig(
        @Setting("what is read: items, times or request-time") Knows knows,
        @Setting("width of a vector") @Bounds(from = 16, to = 1024) int width,
        @Setting("heads of the attention") @Bounds(from = 1, to = 64) int heads,
        @Setting("blocks of attention and feed-forward layers") @Bounds(from = 1, to = 16)
                int blocks,
        @Setting("events that are read at most, the newest")
                @Bounds(from = 1, to = 4096)
                @Searched(from = 32, to = 256, spread = WHOLE)
                int longest,
        @Setting("events that the last of several blocks looks at, the newest")
                @Bounds(from = 1, to = 4096)
                int lastReach,
        @Setting("how many numbers are dropped while training")
                @Bounds(from = 0, to = 0.9)
                @Searched(from = 0.1, to = 0.5, spread = LINEAR)
                double dropout,
        @Setting("how often the time of the next event is hidden") @Bounds(from = 0, to = 1)
                double timeless,
        @Setting("events a step")
                @Bounds(from = 1, to = 1 << 20)
                @Searched(from = 1_024, to = 16_384, spread = WHOLE)
                int batchRows,
        @Setting("items that the next one is told from in a step") @Bounds(from = 1, to = 1 << 24)
                int negatives,
        @Setting("highest rate")
                @Bounds(from = 1e-8, to = 1)
                @Searched(from = 1e-3, to = 6e-3, spread = LOGARITHMIC)
                double learningRate,
        @Setting("how much of the parameters' running mean a step leaves")
                @Bounds(from = 0, to = 0.99999)
                double average,
        @Setting("passes over the events at most")
                @Bounds(from = 1, to = 10_000)
                @Searched(from = 8, to = 48, spread = WHOLE)
                int epochs,
        @Setting("epochs without a better validation before training stops")
                @Bounds(from = 1, to = 10_000)
                int patience,
        @Setting("part of the users whose last event chooses the best epoch")
                @Bounds(from = 0, to = 1)
                double validationFraction,
        @Setting("dimensions of what follows what") @Bounds(from = 1, to = 4096) int followerRank,
        @Setting("how much what follows what counts; 0 leaves it out") @Bounds(from = 0, to = 10)
                double followerShare,
        @Setting("dimensions that values are predicted by") @Bounds(from = 1, to = 4096)
                int ratingRank,
        long seed,
        @Bounds(from = 1, to = 1024) int threads)
        implements TrainingConfig {
    private static final int HEAD_WIDTH = 16;

    public NextConfig {
        SettingTable.of(NextConfig.class)
                .check(
                        knows,
                        width,
                        heads,
                        blocks,
                        longest,
                        lastReach,
                        dropout,
                        timeless,
                        batchRows,
                        negatives,
                        learningRate,
                        average,
                        epochs,
                        patience,
                        validationFraction,
                        followerRank,
                        followerShare,
                        ratingRank,
                        seed,
                        threads);
        if (width % (HEAD_WIDTH * heads) != 0) {
            throw new BadInputException(
                    "width is %d with %d heads, expected a multiple of %d"
                            .formatted(width, heads, HEAD_WIDTH * heads));
        }
    }

    @Override
    public Objective objective() {
        return Objective.RANKING;
    }

    @Override
    public TrainingConfig judged() {
        return with(Map.of("validation-fraction", "1"));
    }
}
