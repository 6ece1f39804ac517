package org.tandemrec.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tandemrec.data.BadInputException;
import org.tandemrec.training.SearchRange.Spread;

/**
 * How to train the preset {@code next}.
 *
 * @param knows what is read: {@code items} in their order, {@code times} (also values and gaps) or
 *     {@code request-time} (also the moment of the request, where it is known)
 * @param width of a vector; each of the heads gets a multiple of 16
 * @param heads of the attention
 * @param blocks of attention and feed-forward layers
 * @param longest events that are read at most, the newest
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
        Knows knows,
        int width,
        int heads,
        int blocks,
        int longest,
        double dropout,
        double timeless,
        int batchRows,
        int negatives,
        double learningRate,
        double average,
        int epochs,
        int patience,
        double validationFraction,
        int followerRank,
        double followerShare,
        int ratingRank,
        long seed,
        int threads)
        implements TrainingConfig {
    private static final int HEAD_WIDTH = 16;

    public NextConfig {
        Settings.check("width", width, HEAD_WIDTH, 1024);
        Settings.check("heads", heads, 1, 64);
        Settings.check("blocks", blocks, 1, 16);
        Settings.check("longest", longest, 1, 4096);
        Settings.check("dropout", dropout, 0, 0.9);
        Settings.check("timeless", timeless, 0, 1);
        Settings.check("batch-rows", batchRows, 1, 1 << 20);
        Settings.check("negatives", negatives, 1, 1 << 24);
        Settings.check("learning-rate", learningRate, 1e-8, 1);
        Settings.check("average", average, 0, 0.99999);
        Settings.check("epochs", epochs, 1, 10_000);
        Settings.check("patience", patience, 1, 10_000);
        Settings.check("validation-fraction", validationFraction, 0, 1);
        Settings.check("follower-rank", followerRank, 1, 4096);
        Settings.check("follower-share", followerShare, 0, 10);
        Settings.check("rating-rank", ratingRank, 1, 4096);
        Settings.check(THREADS, threads, 1, 1024);
        if (width % (HEAD_WIDTH * heads) != 0) {
            throw new BadInputException(
                    "width is %d with %d heads, expected a multiple of %d"
                            .formatted(width, heads, HEAD_WIDTH * heads));
        }
    }

    @Override
    public NextConfig of(Settings settings) {
        return new NextConfig(
                Knows.named(settings.word("knows")),
                settings.integer("width"),
                settings.integer("heads"),
                settings.integer("blocks"),
                settings.integer("longest"),
                settings.number("dropout"),
                settings.number("timeless"),
                settings.integer("batch-rows"),
                settings.integer("negatives"),
                settings.number("learning-rate"),
                settings.number("average"),
                settings.integer("epochs"),
                settings.integer("patience"),
                settings.number("validation-fraction"),
                settings.integer("follower-rank"),
                settings.number("follower-share"),
                settings.integer("rating-rank"),
                settings.seed("seed"),
                settings.integer(THREADS));
    }

    @Override
    public Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("knows", knows.label());
        all.put("width", Integer.toString(width));
        all.put("heads", Integer.toString(heads));
        all.put("blocks", Integer.toString(blocks));
        all.put("longest", Integer.toString(longest));
        all.put("dropout", Settings.plain(dropout));
        all.put("timeless", Settings.plain(timeless));
        all.put("batch-rows", Integer.toString(batchRows));
        all.put("negatives", Integer.toString(negatives));
        all.put("learning-rate", Settings.plain(learningRate));
        all.put("average", Settings.plain(average));
        all.put("epochs", Integer.toString(epochs));
        all.put("patience", Integer.toString(patience));
        all.put("validation-fraction", Settings.plain(validationFraction));
        all.put("follower-rank", Integer.toString(followerRank));
        all.put("follower-share", Settings.plain(followerShare));
        all.put("rating-rank", Integer.toString(ratingRank));
        all.put("seed", Long.toString(seed));
        all.put(THREADS, Integer.toString(threads));
        return all;
    }

    @Override
    public Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put("knows", "what is read: items, times or request-time");
        meanings.put("epochs", "passes over the events at most");
        meanings.put("patience", "epochs without a better validation before training stops");
        meanings.put("width", "width of a vector");
        meanings.put("heads", "heads of the attention");
        meanings.put("blocks", "blocks of attention and feed-forward layers");
        meanings.put("longest", "events that are read at most, the newest");
        meanings.put("dropout", "how many numbers are dropped while training");
        meanings.put("timeless", "how often the time of the next event is hidden");
        meanings.put("batch-rows", "events a step");
        meanings.put("negatives", "items that the next one is told from in a step");
        meanings.put("learning-rate", "highest rate");
        meanings.put("average", "how much of the parameters' running mean a step leaves");
        meanings.put(
                "validation-fraction", "part of the users whose last event chooses the best epoch");
        meanings.put("follower-rank", "dimensions of what follows what");
        meanings.put("follower-share", "how much what follows what counts; 0 leaves it out");
        meanings.put("rating-rank", "dimensions that values are predicted by");
        return meanings;
    }

    @Override
    public Map<String, SearchRange> searched() {
        Map<String, SearchRange> ranges = new LinkedHashMap<>();
        ranges.put("learning-rate", new SearchRange(1e-3, 6e-3, Spread.LOGARITHMIC));
        ranges.put("dropout", new SearchRange(0.1, 0.5, Spread.LINEAR));
        ranges.put("longest", new SearchRange(32, 256, Spread.WHOLE));
        ranges.put("batch-rows", new SearchRange(1_024, 16_384, Spread.WHOLE));
        ranges.put("epochs", new SearchRange(8, 48, Spread.WHOLE));
        return ranges;
    }

    @Override
    public Objective objective() {
        return Objective.RANKING;
    }

    @Override
    public TrainingConfig judged() {
        double fraction = validationFraction == 0 ? 0.2 : validationFraction;
        return with(Map.of("validation-fraction", Settings.plain(fraction)));
    }
}
