package org.tandemrec.evaluation.splits;

import java.nio.file.Path;
import java.util.Optional;
import org.tandemrec.data.BadInputException;
import org.tandemrec.data.Dataset;

/** A way of dividing a dataset. */
public sealed interface SplitPlan
        permits RandomSplit,
                LastSplit,
                NewestSplit,
                ColdUsersSplit,
                ColdItemsSplit,
                LikedKnownSplit,
                TestFileSplit {
    /** The values of the option, for help and messages. */
    String OPTIONS = "random[:0.1], last, time[:0.1], cold-users[:0.2][:liked=5], cold-items[:0.2]";

    /** What precedes the number of liked items in an option. */
    String LIKED = ":liked=";

    /**
     * Divides a dataset; the same dataset and seed give the same split.
     *
     * @throws BadInputException if one of the parts would be empty, or the data has no times where
     *     the plan needs them, or a test file does not fit
     */
    Split split(Dataset dataset, long seed);

    /**
     * The plan an option names, such as {@code random:0.2}.
     *
     * @throws BadInputException if there is no such plan
     */
    static SplitPlan parse(String option) {
        int liked = option.lastIndexOf(LIKED);
        return liked < 0
                ? parseShare(option)
                : parseShare(option.substring(0, liked))
                        .knowingLiked(
                                LikedKnownSplit.parse(option.substring(liked + LIKED.length())));
    }

    private static SplitPlan parseShare(String option) {
        int colon = option.indexOf(':');
        String name = colon < 0 ? option : option.substring(0, colon);
        Optional<Share> share =
                colon < 0
                        ? Optional.empty()
                        : Optional.of(Share.parse(option.substring(colon + 1)));
        return switch (name) {
            case "random" -> new RandomSplit(share.orElse(new Share(0.1)));
            case "last" -> new LastSplit();
            case "time" -> new NewestSplit(share.orElse(new Share(0.1)));
            case "cold-users" -> new ColdUsersSplit(share.orElse(new Share(0.2)));
            case "cold-items" -> new ColdItemsSplit(share.orElse(new Share(0.2)));
            default ->
                    throw new BadInputException(
                            "split is '%s', expected one of %s".formatted(option, OPTIONS));
        };
    }

    /**
     * This plan for cold users, with some of what each cold person liked known when they are asked
     * about.
     *
     * @param count how many liked items, at least 1
     */
    default SplitPlan knowingLiked(int count) {
        return new LikedKnownSplit(this, count);
    }

    /**
     * The plan of a test file.
     *
     * @param test pairs, users, items or sequences that are held out
     * @param candidates for each user the items that are ranked beside the held-out ones
     */
    static SplitPlan of(Path test, Optional<Path> candidates) {
        return new TestFileSplit(test, candidates);
    }
}
