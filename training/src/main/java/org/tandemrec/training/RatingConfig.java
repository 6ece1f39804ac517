package org.tandemrec.training;

import static org.tandemrec.training.SearchRange.Spread.LINEAR;
import static org.tandemrec.training.SearchRange.Spread.LOGARITHMIC;
import static org.tandemrec.training.SearchRange.Spread.WHOLE;

import java.util.List;
import java.util.Map;
import org.tandemrec.towers.Closeness;

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
 * @param steps of each pair and of the likeness, each over all events
 * @param likenessHidden hidden numbers of the items' autoencoder, whose likeness moves a person's
 *     scores; a multiple of 16
 * @param likenessRidge ridge of the users' part of it
 * @param likenessSharpness how much more those count there that point the same way
 * @param likenessAxes how many dimensions are kept of it
 * @param personDoubt ridge of the move of a person's scores by what is left
 * @param sessionShare how much more the likeness of items counts within a session
 * @param sessionSeconds in which that becomes 1/e of it
 * @param moodShare variance that events within a mood share, beside 1 of what nothing explains
 * @param moodSeconds in which that becomes 1/e of it
 * @param pageShare variance that events on a page share
 * @param pageSeconds in which that becomes 1/e of it
 * @param residualLambda ridge of the model over what the towers leave
 * @param residualShare how much it counts
 * @param residualRank how many dimensions it has
 * @param validationFraction the part of the interactions kept to judge by
 * @param seed of everything drawn by chance
 * @param threads that share the arithmetic; they do not change the result
 */
public record RatingConfig(
        @Setting("numbers between a history and its vector")
                @Bounds(from = 16, to = 1024)
                @Searched(from = 32, to = 320, spread = WHOLE)
                int hiddenWidth,
        @Setting("width of a tower's output")
                @Bounds(from = 1, to = 1024)
                @Searched(from = 16, to = 128, spread = WHOLE)
                int vectorWidth,
        @Setting("the same of a second pair of towers, 0 for none") @Bounds(from = 0, to = 1024)
                int secondHiddenWidth,
        @Setting("width of its output") @Bounds(from = 1, to = 1024) int secondVectorWidth,
        @Setting("how many numbers a value becomes") @Bounds(from = 1, to = 8) int basis,
        @Setting("share of the events that a step reads")
                @Bounds(from = 0.1, to = 0.99)
                @Searched(from = 0.6, to = 0.95, spread = LINEAR)
                double context,
        @Setting("how often a hidden number is dropped")
                @Bounds(from = 0, to = 0.9)
                @Searched(from = 0.2, to = 0.8, spread = LINEAR)
                double dropout,
        @Setting("highest rate of the cycle")
                @Bounds(from = 1e-6, to = 1)
                @Searched(from = 1e-3, to = 1e-2, spread = LOGARITHMIC)
                double learningRate,
        @Setting("steps of each pair and of the likeness, each over all events")
                @Bounds(from = 10, to = 100_000)
                @Searched(from = 60, to = 500, spread = WHOLE)
                int steps,
        @Setting("hidden numbers of the items' autoencoder, which tells what is alike")
                @Bounds(from = 16, to = 2048)
                @Searched(from = 64, to = 768, spread = WHOLE)
                int likenessHidden,
        @Setting("ridge of the users' part of it")
                @Bounds(from = 0, to = 1e9)
                @Searched(from = 50, to = 2_000, spread = LOGARITHMIC)
                double likenessRidge,
        @Setting(
                        value = "how much more those count there that point the same way",
                        afterSteps = true)
                @Bounds(from = 0, to = 1_000)
                @Searched(from = 0, to = 8, spread = LINEAR)
                double likenessSharpness,
        @Setting(value = "how many dimensions are kept of it", afterSteps = true)
                @Bounds(from = 1, to = 2048)
                int likenessAxes,
        @Setting(
                        value = "ridge of the move of a person's scores by what is left",
                        afterSteps = true)
                @Bounds(from = 1e-6, to = 1e9)
                @Searched(from = 1, to = 100, spread = LOGARITHMIC)
                double personDoubt,
        @Setting(
                        value =
                                "how much more the likeness of items counts within a session, 0 for not",
                        afterSteps = true)
                @Bounds(from = 0, to = 100)
                @Searched(from = 0, to = 4, spread = LINEAR)
                double sessionShare,
        @Setting(value = "seconds in which a session fades", afterSteps = true)
                @Bounds(from = 1, to = 1e9)
                double sessionSeconds,
        @Setting(value = "variance that events of one mood share, 0 for none", afterSteps = true)
                @Bounds(from = 0, to = 10)
                @Searched(from = 0, to = 0.2, spread = LINEAR)
                double moodShare,
        @Setting(value = "seconds in which a mood fades", afterSteps = true)
                @Bounds(from = 1, to = 1e9)
                double moodSeconds,
        @Setting(value = "variance that events of one page share, 0 for none", afterSteps = true)
                @Bounds(from = 0, to = 10)
                @Searched(from = 0, to = 0.2, spread = LINEAR)
                double pageShare,
        @Setting(value = "seconds in which a page fades", afterSteps = true)
                @Bounds(from = 1, to = 1e9)
                double pageSeconds,
        @Setting(value = "ridge of the model over what the towers leave", afterSteps = true)
                @Bounds(from = 1, to = 1e9)
                @Searched(from = 100, to = 20_000, spread = LOGARITHMIC)
                double residualLambda,
        @Setting(value = "how much it counts", afterSteps = true)
                @Bounds(from = 0, to = 10)
                @Searched(from = 0, to = 2, spread = LINEAR)
                double residualShare,
        @Setting(value = "how many dimensions it has", afterSteps = true)
                @Bounds(from = 1, to = 2048)
                int residualRank,
        @Setting("part of the interactions kept to judge by") @Bounds(from = 0, to = 0.9)
                double validationFraction,
        long seed,
        @Bounds(from = 1, to = 1024) int threads)
        implements TrainingConfig {
    private static final double USUAL_EVENTS = 1e6;
    private static final double DROPOUT_PER_TENTH = 0.22;
    private static final double MOST_DROPOUT = 0.85;

    public RatingConfig {
        SettingTable.of(RatingConfig.class)
                .check(
                        hiddenWidth,
                        vectorWidth,
                        secondHiddenWidth,
                        secondVectorWidth,
                        basis,
                        context,
                        dropout,
                        learningRate,
                        steps,
                        likenessHidden,
                        likenessRidge,
                        likenessSharpness,
                        likenessAxes,
                        personDoubt,
                        sessionShare,
                        sessionSeconds,
                        moodShare,
                        moodSeconds,
                        pageShare,
                        pageSeconds,
                        residualLambda,
                        residualShare,
                        residualRank,
                        validationFraction,
                        seed,
                        threads);
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

    /** What events have in common that are close in time. */
    Closeness closeness() {
        return new Closeness(
                new Closeness.Fading(sessionShare, sessionSeconds),
                new Closeness.Fading(moodShare, moodSeconds),
                new Closeness.Fading(pageShare, pageSeconds));
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

    /** The hidden numbers of the likeness; whole vectors. */
    int paddedLikeness() {
        return padded(likenessHidden);
    }

    private static int padded(int width) {
        return Math.ceilDiv(width, 16) * 16;
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
