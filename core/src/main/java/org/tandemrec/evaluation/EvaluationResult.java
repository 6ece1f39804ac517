package org.tandemrec.evaluation;

import java.util.List;
import org.tandemrec.evaluation.splits.SplitKind;

/**
 * What came out of judging a recommender.
 *
 * @param split the name of the split
 * @param kind what the split asks
 * @param meaning the split in one line for people
 * @param users how many users were asked for, each with at least one held-out interaction
 * @param heldOut how many interactions were held out
 * @param rankable how many items could be ranked for a user
 * @param listLength the length of the lists that coverage, novelty and overlap speak of
 * @param judged the recommender's metrics
 * @param baselines the baselines' metrics
 * @param comparisons the recommender beside the best baseline, one for each metric with an interval
 * @param byHistory the same metrics of each user by how long their history is; empty where all
 *     users' are about as long
 * @param warnings one line each; empty where nothing is suspicious
 * @param notices what was understood of a test file
 */
public record EvaluationResult(
        String split,
        SplitKind kind,
        String meaning,
        int users,
        int heldOut,
        int rankable,
        int listLength,
        Judgement judged,
        List<Judgement> baselines,
        List<Comparison> comparisons,
        List<HistoryGroup> byHistory,
        List<String> warnings,
        List<String> notices) {
    public EvaluationResult {
        baselines = List.copyOf(baselines);
        comparisons = List.copyOf(comparisons);
        byHistory = List.copyOf(byHistory);
        warnings = List.copyOf(warnings);
        notices = List.copyOf(notices);
    }

    /** The same with these warnings. */
    EvaluationResult warning(List<String> lines) {
        return new EvaluationResult(
                split,
                kind,
                meaning,
                users,
                heldOut,
                rankable,
                listLength,
                judged,
                baselines,
                comparisons,
                byHistory,
                lines,
                notices);
    }
}
