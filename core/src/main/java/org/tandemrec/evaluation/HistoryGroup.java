package org.tandemrec.evaluation;

import java.util.List;
import java.util.OptionalInt;

/**
 * How the users with about as long a history were judged.
 *
 * @param from the fewest past interactions that one of them may have when asked for
 * @param to the most; empty where there is no bound
 * @param users how many they are, at least one
 * @param judged the recommender's metrics over them, those of each user alone, without intervals
 * @param baselines the baselines' metrics over them
 */
public record HistoryGroup(
        int from, OptionalInt to, int users, Judgement judged, List<Judgement> baselines) {
    public HistoryGroup {
        baselines = List.copyOf(baselines);
    }
}
