package org.tandemrec.evaluation.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandemrec.evaluation.EvaluationResult;

/**
 * Everything worth keeping of one run, without clock or machine: the same data, seed and version
 * give the same card, byte for byte. Shown as {@link #json} and as {@link #html}.
 *
 * @param bundle the bundle that was judged; absent in the card inside a bundle, whose id depends on
 *     the card
 * @param preset the towers' preset
 * @param data what was learnt from
 * @param seed of the training and the split
 * @param settings the training settings by option name, in the order in which they are shown
 * @param curve how training went
 * @param evaluation how the result was judged; absent where training was all
 */
public record RunCard(
        Optional<String> bundle,
        String preset,
        DataSummary data,
        long seed,
        Map<String, String> settings,
        TrainingCurve curve,
        Optional<EvaluationResult> evaluation) {
    public RunCard {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /** The card as one JSON document, indented, with a line's end at its end. */
    public String json() {
        return RunCardJson.of(this);
    }

    /** The card as one page of HTML that needs nothing else: no network, no script. */
    public String html() {
        return RunCardPage.of(this);
    }

    List<String> warnings() {
        return evaluation.map(EvaluationResult::warnings).orElse(List.of());
    }
}
