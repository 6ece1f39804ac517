package org.tandemrec.evaluation;

import java.util.List;
import org.tandemrec.data.BadInputException;

/**
 * How to judge.
 *
 * @param cutoffs the lengths k of lists that are judged, each at least 1; the first is the length
 *     for coverage, novelty, overlap and popularity
 * @param resamples draws of the bootstrap; 0 for no intervals
 * @param seed of these draws
 * @param requestTime whether a request knows its own moment: for a list that of the first held-out
 *     interaction, for a value that of the interaction itself
 */
public record EvaluationOptions(
        List<Integer> cutoffs, int resamples, long seed, boolean requestTime) {
    public EvaluationOptions {
        cutoffs = cutoffs.stream().distinct().toList();
        if (cutoffs.isEmpty() || cutoffs.stream().anyMatch(k -> k < 1)) {
            throw new BadInputException(
                    "list lengths to judge are %s, expected numbers of at least 1 such as 5,10"
                            .formatted(cutoffs));
        }
        if (resamples < 0) {
            throw new BadInputException(
                    "resamples of the bootstrap are %d, expected 0 or more".formatted(resamples));
        }
    }

    /** Requests that do not know when they are made. */
    public EvaluationOptions(List<Integer> cutoffs, int resamples, long seed) {
        this(cutoffs, resamples, seed, false);
    }

    /** Lists of 10, a thousand resamples, seed 1. */
    public static EvaluationOptions defaults() {
        return new EvaluationOptions(List.of(10), 1_000, 1);
    }

    /** The same, with requests that know their own moment. */
    public EvaluationOptions knowingRequestTime() {
        return new EvaluationOptions(cutoffs, resamples, seed, true);
    }

    /** The length of the lists that coverage, novelty and overlap speak of. */
    public int listLength() {
        return cutoffs.getFirst();
    }

    int longest() {
        return cutoffs.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }
}
