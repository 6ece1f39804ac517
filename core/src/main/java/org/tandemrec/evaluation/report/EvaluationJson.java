package org.tandemrec.evaluation.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.tandemrec.evaluation.Comparison;
import org.tandemrec.evaluation.EvaluationResult;
import org.tandemrec.evaluation.HistoryGroup;
import org.tandemrec.evaluation.Judgement;
import org.tandemrec.evaluation.metrics.Interval;

/**
 * An evaluation as JSON: {@code {split, preset, metrics: {rmse, …}, baselines: {popularity: {…}},
 * …}}. The names of these parts are relied on by scripts; further parts stand after them.
 */
public final class EvaluationJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private EvaluationJson() {}

    /** The document; metrics that are not defined are left out. */
    public static ObjectNode of(EvaluationResult result) {
        ObjectNode json = NODES.objectNode();
        json.put("split", result.split());
        json.put("preset", result.judged().name());
        json.set("metrics", metrics(result.judged()));
        json.set("baselines", baselines(result.baselines()));
        json.set("intervals", intervals(result.judged()));
        json.set("differences", differences(result.comparisons()));
        json.put("meaning", result.meaning());
        json.put("users", result.users());
        json.put("heldOut", result.heldOut());
        json.put("rankableItems", result.rankable());
        json.put("listLength", result.listLength());
        json.set("byHistory", byHistory(result.byHistory()));
        json.set("warnings", lines(result.warnings()));
        json.set("notices", lines(result.notices()));
        return json;
    }

    private static ObjectNode metrics(Judgement judgement) {
        ObjectNode json = NODES.objectNode();
        judgement.metrics().forEach((name, measure) -> json.put(name, measure.value()));
        return json;
    }

    private static ObjectNode baselines(List<Judgement> judgements) {
        ObjectNode json = NODES.objectNode();
        judgements.forEach(judgement -> json.set(judgement.name(), metrics(judgement)));
        return json;
    }

    private static ObjectNode intervals(Judgement judgement) {
        ObjectNode json = NODES.objectNode();
        judgement.metrics().forEach((name, measure) -> setInterval(json, name, measure.interval()));
        return json;
    }

    private static void setInterval(ObjectNode json, String name, Optional<Interval> interval) {
        interval.ifPresent(
                bounds -> json.set(name, NODES.arrayNode().add(bounds.low()).add(bounds.high())));
    }

    private static ObjectNode differences(List<Comparison> comparisons) {
        ObjectNode json = NODES.objectNode();
        for (Comparison comparison : comparisons) {
            ObjectNode one = json.putObject(comparison.metric());
            one.put("bestBaseline", comparison.baseline());
            one.put("difference", comparison.difference());
            setInterval(one, "interval", comparison.interval());
        }
        return json;
    }

    private static ArrayNode byHistory(List<HistoryGroup> groups) {
        ArrayNode json = NODES.arrayNode();
        for (HistoryGroup group : groups) {
            ObjectNode one = json.addObject();
            one.put("from", group.from());
            group.to().ifPresent(most -> one.put("to", most));
            one.put("users", group.users());
            one.set("metrics", metrics(group.judged()));
            one.set("baselines", baselines(group.baselines()));
        }
        return json;
    }

    private static ArrayNode lines(List<String> texts) {
        ArrayNode json = NODES.arrayNode();
        texts.forEach(json::add);
        return json;
    }
}
