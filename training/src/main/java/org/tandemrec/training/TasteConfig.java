package org.tandemrec.training;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tandemrec.training.SearchRange.Spread;

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
        double easeLambda,
        int easeRank,
        double easeHalving,
        double nextLambda,
        int nextRank,
        double nextShare,
        double attributeLambda,
        int attributeRank,
        double attributeShare,
        double attributeFading,
        double contentLambda,
        int contentRank,
        double contentShare,
        double contentFading,
        MemoryConfig memory,
        int ratingRank,
        boolean validation,
        long seed,
        int threads)
        implements TrainingConfig {
    private static final double MOST_LAMBDA = 1e9;
    private static final int MOST_RANK = 2048;

    public TasteConfig {
        Settings.check("ease-lambda", easeLambda, 1, MOST_LAMBDA);
        Settings.check("ease-rank", easeRank, 1, MOST_RANK);
        Settings.check("ease-halving", easeHalving, 0.1, 1e9);
        Settings.check("next-lambda", nextLambda, 1, MOST_LAMBDA);
        Settings.check("next-rank", nextRank, 1, MOST_RANK);
        Settings.check("next-share", nextShare, 0.001, 1000);
        Settings.check("attribute-lambda", attributeLambda, 1, MOST_LAMBDA);
        Settings.check("attribute-rank", attributeRank, 1, MOST_RANK);
        Settings.check("attribute-share", attributeShare, 0.001, 1000);
        Settings.check("attribute-fading", attributeFading, 0.001, 1e6);
        Settings.check("content-lambda", contentLambda, 0.001, MOST_LAMBDA);
        Settings.check("content-rank", contentRank, 1, MOST_RANK);
        Settings.check("content-share", contentShare, 0.001, 1000);
        Settings.check("content-fading", contentFading, 0.001, 1e6);
        Settings.check("rating-rank", ratingRank, 1, MOST_RANK);
        Settings.check(THREADS, threads, 1, 1024);
    }

    @Override
    public TasteConfig of(Settings settings) {
        return new TasteConfig(
                settings.number("ease-lambda"),
                settings.integer("ease-rank"),
                settings.number("ease-halving"),
                settings.number("next-lambda"),
                settings.integer("next-rank"),
                settings.number("next-share"),
                settings.number("attribute-lambda"),
                settings.integer("attribute-rank"),
                settings.number("attribute-share"),
                settings.number("attribute-fading"),
                settings.number("content-lambda"),
                settings.integer("content-rank"),
                settings.number("content-share"),
                settings.number("content-fading"),
                MemoryConfig.of(settings),
                settings.integer("rating-rank"),
                settings.yes("validation"),
                settings.seed("seed"),
                settings.integer(THREADS));
    }

    @Override
    public Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("ease-lambda", Settings.plain(easeLambda));
        all.put("ease-rank", Integer.toString(easeRank));
        all.put("ease-halving", Settings.plain(easeHalving));
        all.put("next-lambda", Settings.plain(nextLambda));
        all.put("next-rank", Integer.toString(nextRank));
        all.put("next-share", Settings.plain(nextShare));
        all.put("attribute-lambda", Settings.plain(attributeLambda));
        all.put("attribute-rank", Integer.toString(attributeRank));
        all.put("attribute-share", Settings.plain(attributeShare));
        all.put("attribute-fading", Settings.plain(attributeFading));
        all.put("content-lambda", Settings.plain(contentLambda));
        all.put("content-rank", Integer.toString(contentRank));
        all.put("content-share", Settings.plain(contentShare));
        all.put("content-fading", Settings.plain(contentFading));
        memory.putInto(all);
        all.put("rating-rank", Integer.toString(ratingRank));
        all.put("validation", Boolean.toString(validation));
        all.put("seed", Long.toString(seed));
        all.put(THREADS, Integer.toString(threads));
        return all;
    }

    @Override
    public Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put("ease-lambda", "ridge of the model over the whole history");
        meanings.put("ease-rank", "how many dimensions it has");
        meanings.put("ease-halving", "after how many events one counts half as much in it");
        meanings.put("next-lambda", "ridge of the model over the latest items");
        meanings.put("next-rank", "how many dimensions it has");
        meanings.put("next-share", "how much it counts beside the first");
        meanings.put("attribute-lambda", "ridge of the model over attributes");
        meanings.put("attribute-rank", "how many directions it sees");
        meanings.put("attribute-share", "how much it counts where nothing else is known");
        meanings.put("attribute-fading", "how many events halve that");
        meanings.put("content-lambda", "ridge of the model over the content of items");
        meanings.put("content-rank", "how many directions it sees");
        meanings.put("content-share", "how much it counts for an item that nobody has met");
        meanings.put("content-fading", "how many events halve that");
        MemoryConfig.putMeaningsInto(meanings);
        meanings.put("rating-rank", "dimensions of the model that predicts values");
        meanings.put("validation", "whether everybody's last event is kept to judge by");
        return meanings;
    }

    @Override
    public Map<String, SearchRange> searched() {
        Map<String, SearchRange> ranges = new LinkedHashMap<>();
        ranges.put("ease-lambda", new SearchRange(50, 10_000, Spread.LOGARITHMIC));
        ranges.put("ease-rank", new SearchRange(64, 512, Spread.WHOLE));
        ranges.put("ease-halving", new SearchRange(1, 1_000, Spread.LOGARITHMIC));
        ranges.put("next-lambda", new SearchRange(20, 5_000, Spread.LOGARITHMIC));
        ranges.put("next-rank", new SearchRange(64, 768, Spread.WHOLE));
        ranges.put("next-share", new SearchRange(0.1, 3, Spread.LOGARITHMIC));
        ranges.put("memory-share", new SearchRange(0.5, 30, Spread.LOGARITHMIC));
        ranges.put("learning-rate", new SearchRange(1e-3, 6e-3, Spread.LOGARITHMIC));
        ranges.put("memory-dropout", new SearchRange(0, 0.5, Spread.LINEAR));
        ranges.put("epochs", new SearchRange(4, 20, Spread.WHOLE));
        ranges.put("attribute-share", new SearchRange(0.1, 3, Spread.LOGARITHMIC));
        ranges.put("attribute-fading", new SearchRange(1, 500, Spread.LOGARITHMIC));
        return ranges;
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
