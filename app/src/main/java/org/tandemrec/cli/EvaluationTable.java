package org.tandemrec.cli;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tandemrec.evaluation.EvaluationResult;
import org.tandemrec.evaluation.Judgement;
import org.tandemrec.evaluation.Measure;

/** An evaluation as a table: a row a metric, a column a recommender. */
final class EvaluationTable {
    private EvaluationTable() {}

    static String of(EvaluationResult result) {
        List<Judgement> judgements = new ArrayList<>();
        judgements.add(result.judged());
        judgements.addAll(result.baselines());
        List<String> heads = new ArrayList<>();
        heads.add("metric");
        heads.add(result.judged().name());
        heads.add("95 % interval");
        result.baselines().forEach(baseline -> heads.add(baseline.name()));
        TextTable table = new TextTable(heads.toArray(String[]::new));
        for (String metric : metrics(judgements)) {
            table.add(row(metric, judgements));
        }
        return table.toString();
    }

    private static Set<String> metrics(List<Judgement> judgements) {
        Set<String> names = new LinkedHashSet<>();
        judgements.forEach(judgement -> names.addAll(judgement.metrics().keySet()));
        return names;
    }

    private static List<String> row(String metric, List<Judgement> judgements) {
        List<String> cells = new ArrayList<>();
        cells.add(metric);
        Judgement judged = judgements.getFirst();
        cells.add(value(judged, metric));
        cells.add(
                judged.metric(metric)
                        .flatMap(Measure::interval)
                        .map(
                                bounds ->
                                        String.format(
                                                Locale.ROOT,
                                                "%.4f to %.4f",
                                                bounds.low(),
                                                bounds.high()))
                        .orElse(""));
        judgements.stream().skip(1).forEach(baseline -> cells.add(value(baseline, metric)));
        return cells;
    }

    private static String value(Judgement judgement, String metric) {
        return judgement
                .metric(metric)
                .map(measure -> String.format(Locale.ROOT, "%.4f", measure.value()))
                .orElse("-");
    }
}
