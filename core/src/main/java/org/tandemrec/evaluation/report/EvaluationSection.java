package org.tandemrec.evaluation.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tandemrec.evaluation.Comparison;
import org.tandemrec.evaluation.EvaluationResult;
import org.tandemrec.evaluation.Judgement;
import org.tandemrec.evaluation.report.MetricBars.Bar;

/** The part of the page that shows an evaluation: a verdict, a picture a metric. */
final class EvaluationSection {
    private final EvaluationResult result;

    private EvaluationSection(EvaluationResult result) {
        this.result = result;
    }

    static String html(EvaluationResult result) {
        return new EvaluationSection(result).html();
    }

    private String html() {
        StringBuilder html = new StringBuilder();
        html.append(
                """
                <section>
                <h2>How good it is</h2>
                <p class="verdict">%s</p>
                <p class="soft">Split <b>%s</b>: %s. Asked for %s users about %s held-out interactions, %s items to rank. Whiskers are 95 %% intervals over the users.</p>
                """
                        .formatted(
                                Markup.escaped(verdict()),
                                Markup.escaped(result.split()),
                                Markup.escaped(result.meaning()),
                                count(result.users()),
                                count(result.heldOut()),
                                count(result.rankable())));
        grouped()
                .forEach(
                        (title, metrics) -> {
                            html.append("<h3>").append(title).append("</h3>\n");
                            html.append("<div class=\"panels\">\n");
                            metrics.forEach(metric -> html.append(panel(metric)));
                            html.append("</div>\n");
                        });
        return html.append("</section>\n").toString();
    }

    private String verdict() {
        long compared = result.comparisons().size();
        long lost = result.comparisons().stream().filter(Comparison::baselineWins).count();
        long certain =
                result.comparisons().stream()
                        .filter(one -> !one.baselineWins() && !one.uncertain())
                        .count();
        return compared == 0
                ? "No baseline stands beside it."
                : "%s is at least as good as the best baseline on %d of %d metrics, beyond chance on %d."
                        .formatted(result.judged().name(), compared - lost, compared, certain);
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private Map<String, List<String>> grouped() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String metric : result.judged().metrics().keySet()) {
            groups.computeIfAbsent(group(metric), first -> new ArrayList<>()).add(metric);
        }
        return groups;
    }

    private String group(String metric) {
        return switch (label(metric).direction()) {
            case LOWER -> "Predicting values";
            case HIGHER -> "Ranking held-out items";
            case NEITHER -> "What the lists are like";
        };
    }

    private MetricLabel label(String metric) {
        return MetricLabel.of(metric, result.listLength());
    }

    private String panel(String metric) {
        MetricLabel label = label(metric);
        List<Bar> bars = new ArrayList<>();
        bar(result.judged(), true, metric).ifPresent(bars::add);
        result.baselines().forEach(baseline -> bar(baseline, false, metric).ifPresent(bars::add));
        return """
               <figure>
               <figcaption>%s<span>%s</span></figcaption>
               <p>%s</p>
               %s
               </figure>
               """
                .formatted(
                        Markup.escaped(label.title()),
                        label.direction().words(),
                        Markup.escaped(label.meaning()),
                        MetricBars.svg(label, bars));
    }

    private static Optional<Bar> bar(Judgement judgement, boolean own, String metric) {
        return judgement
                .metric(metric)
                .map(measure -> new Bar(words(judgement.name()), own, measure));
    }

    /** A recommender's name as a person reads it. */
    static String words(String name) {
        return switch (name) {
            case "groupPopularity" -> "group popularity";
            case "itemMean" -> "item mean";
            case "userItemMean" -> "user + item mean";
            default -> name;
        };
    }
}
