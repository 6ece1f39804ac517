package org.tandemrec.training;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tandemrec.training.SearchRange.Spread;

/**
 * How to train the preset {@code rating}.
 *
 * @param hiddenWidth numbers between a history and its vector in the first pair of towers, a
 *     multiple of 16
 * @param vectorWidth of that pair's vectors
 * @param secondHiddenWidth of a second pair, whose mean with the first is taken; 0 for none
 * @param secondVectorWidth of that pair's vectors
 * @param basis how many numbers a value becomes
 * @param context the share of events that a step reads; the others are predicted
 * @param dropout of the hidden numbers where there are a million events; fewer have more dropped
 * @param learningRate the highest rate of the cycle
 * @param steps of each pair, each over all events
 * @param personDoubt ridge of the move of a person's own vectors by what is left
 * @param residualLambda ridge of the model over what the towers leave
 * @param residualShare how much it counts
 * @param residualRank how many dimensions it has
 * @param validationFraction the part of the interactions kept to judge by
 * @param seed of everything drawn by chance
 * @param threads that share the arithmetic; they do not change the result
 */
public record RatingConfig(
        int hiddenWidth,
        int vectorWidth,
        int secondHiddenWidth,
        int secondVectorWidth,
        int basis,
        double context,
        double dropout,
        double learningRate,
        int steps,
        double personDoubt,
        double residualLambda,
        double residualShare,
        int residualRank,
        double validationFraction,
        long seed,
        int threads)
        implements TrainingConfig {
    private static final double USUAL_EVENTS = 1e6;
    private static final double DROPOUT_PER_TENTH = 0.22;
    private static final double MOST_DROPOUT = 0.85;

    public RatingConfig {
        Settings.check("hidden-width", hiddenWidth, 16, 1024);
        Settings.check("vector-width", vectorWidth, 1, 1024);
        Settings.check("second-hidden-width", secondHiddenWidth, 0, 1024);
        Settings.check("second-vector-width", secondVectorWidth, 1, 1024);
        Settings.check("basis", basis, 1, 8);
        Settings.check("context", context, 0.1, 0.99);
        Settings.check("dropout", dropout, 0, 0.9);
        Settings.check("learning-rate", learningRate, 1e-6, 1);
        Settings.check("steps", steps, 10, 100_000);
        Settings.check("person-doubt", personDoubt, 1, 1e12);
        Settings.check("residual-lambda", residualLambda, 1, 1e9);
        Settings.check("residual-share", residualShare, 0, 10);
        Settings.check("residual-rank", residualRank, 1, 2048);
        Settings.check("validation-fraction", validationFraction, 0, 0.9);
        Settings.check(THREADS, threads, 1, 1024);
    }

    /**
     * The dropout for so many events: 0.22 more for every tenth of them, which is what validation
     * asked for between MovieLens 1M and 100K.
     */
    double dropoutFor(int events) {
        double tenths = Math.log10(USUAL_EVENTS / Math.max(1, events));
        return Math.clamp(
                dropout + DROPOUT_PER_TENTH * tenths, dropout, Math.max(dropout, MOST_DROPOUT));
    }

    /** The widths of a pair of towers. */
    record Size(int hidden, int vector) {}

    /** The pairs of towers, whose predictions are averaged; hidden widths are whole vectors. */
    List<Size> sizes() {
        Size first = new Size(padded(hiddenWidth), vectorWidth);
        return secondHiddenWidth == 0
                ? List.of(first)
                : List.of(first, new Size(padded(secondHiddenWidth), secondVectorWidth));
    }

    private static int padded(int width) {
        return Math.ceilDiv(width, 16) * 16;
    }

    @Override
    public RatingConfig of(Settings settings) {
        return new RatingConfig(
                settings.integer("hidden-width"),
                settings.integer("vector-width"),
                settings.integer("second-hidden-width"),
                settings.integer("second-vector-width"),
                settings.integer("basis"),
                settings.number("context"),
                settings.number("dropout"),
                settings.number("learning-rate"),
                settings.integer("steps"),
                settings.number("person-doubt"),
                settings.number("residual-lambda"),
                settings.number("residual-share"),
                settings.integer("residual-rank"),
                settings.number("validation-fraction"),
                settings.seed("seed"),
                settings.integer(THREADS));
    }

    @Override
    public Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("hidden-width", Integer.toString(hiddenWidth));
        all.put("vector-width", Integer.toString(vectorWidth));
        all.put("second-hidden-width", Integer.toString(secondHiddenWidth));
        all.put("second-vector-width", Integer.toString(secondVectorWidth));
        all.put("basis", Integer.toString(basis));
        all.put("context", Settings.plain(context));
        all.put("dropout", Settings.plain(dropout));
        all.put("learning-rate", Settings.plain(learningRate));
        all.put("steps", Integer.toString(steps));
        all.put("person-doubt", Settings.plain(personDoubt));
        all.put("residual-lambda", Settings.plain(residualLambda));
        all.put("residual-share", Settings.plain(residualShare));
        all.put("residual-rank", Integer.toString(residualRank));
        all.put("validation-fraction", Settings.plain(validationFraction));
        all.put("seed", Long.toString(seed));
        all.put(THREADS, Integer.toString(threads));
        return all;
    }

    @Override
    public Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put("hidden-width", "numbers between a history and its vector");
        meanings.put("vector-width", "width of a tower's output");
        meanings.put("second-hidden-width", "the same of a second pair of towers, 0 for none");
        meanings.put("second-vector-width", "width of its output");
        meanings.put("basis", "how many numbers a value becomes");
        meanings.put("context", "share of the events that a step reads");
        meanings.put("dropout", "how often a hidden number is dropped");
        meanings.put("learning-rate", "highest rate of the cycle");
        meanings.put("steps", "steps of each pair, each over all events");
        meanings.put("person-doubt", "ridge of the move of a person's own vectors");
        meanings.put("residual-lambda", "ridge of the model over what the towers leave");
        meanings.put("residual-share", "how much it counts");
        meanings.put("residual-rank", "how many dimensions it has");
        meanings.put("validation-fraction", "part of the interactions kept to judge by");
        return meanings;
    }

    @Override
    public Map<String, SearchRange> searched() {
        Map<String, SearchRange> ranges = new LinkedHashMap<>();
        ranges.put("hidden-width", new SearchRange(32, 320, Spread.WHOLE));
        ranges.put("vector-width", new SearchRange(16, 128, Spread.WHOLE));
        ranges.put("context", new SearchRange(0.6, 0.95, Spread.LINEAR));
        ranges.put("dropout", new SearchRange(0.2, 0.8, Spread.LINEAR));
        ranges.put("learning-rate", new SearchRange(1e-3, 1e-2, Spread.LOGARITHMIC));
        ranges.put("steps", new SearchRange(60, 500, Spread.WHOLE));
        ranges.put("person-doubt", new SearchRange(100, 1e5, Spread.LOGARITHMIC));
        ranges.put("residual-lambda", new SearchRange(100, 20_000, Spread.LOGARITHMIC));
        ranges.put("residual-share", new SearchRange(0, 2, Spread.LINEAR));
        return ranges;
    }

    @Override
    public Objective objective() {
        return Objective.RATING;
    }

    @Override
    public TrainingConfig judged() {
        double fraction = validationFraction == 0 ? 0.1 : validationFraction;
        return with(Map.of("validation-fraction", Settings.plain(fraction)));
    }
}
