package org.tandemrec.evaluation.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import org.tandemrec.evaluation.EvaluationResult;
import org.tandemrec.evaluation.Judgement;
import org.tandemrec.evaluation.Measure;
import org.tandemrec.evaluation.report.MetricLabel.Direction;

/** All numbers of an evaluation as a table: a row a metric, a column a recommender. */
final class MetricTable {
    private final EvaluationResult result;
    private final List<Judgement> columns = new ArrayList<>();

    private MetricTable(EvaluationResult result) {
        this.result = result;
        columns.add(result.judged());
        columns.addAll(result.baselines());
    }

    static String html(EvaluationResult result) {
        return new MetricTable(result).html();
    }

    private String html() {
        StringBuilder rows = new StringBuilder();
        result.judged().metrics().keySet().forEach(metric -> rows.append(row(metric)));
        StringBuilder heads = new StringBuilder("<th scope=\"col\">metric</th>");
        columns.forEach(
                column ->
                        heads.append("<th scope=\"col\">")
                                .append(Markup.escaped(EvaluationSection.words(column.name())))
                                .append("</th>"));
        return """
               <section>
               <h2>All numbers</h2>
               <p class="soft">In small print the 95 %% intervals; the best of each row is bold.</p>
               <div class="scroll"><table>
               <thead><tr>%s</tr></thead>
               <tbody>
               %s</tbody>
               </table></div>
               </section>
               """
                .formatted(heads, rows);
    }

    private String row(String metric) {
        MetricLabel label = MetricLabel.of(metric, result.listLength());
        Optional<Double> best = best(metric, label.direction());
        StringBuilder cells = new StringBuilder();
        columns.forEach(column -> cells.append(cell(column.metric(metric), label, best)));
        return "<tr><th scope=\"row\">%s</th>%s</tr>%n"
                .formatted(Markup.escaped(label.title()), cells)
                .replace("\r\n", "\n");
    }

    private Optional<Double> best(String metric, Direction direction) {
        return switch (direction) {
            case HIGHER -> best(metric, Math::max);
            case LOWER -> best(metric, Math::min);
            case NEITHER -> Optional.empty();
        };
    }

    private Optional<Double> best(String metric, DoubleBinaryOperator better) {
        return columns.stream()
                .flatMap(column -> column.metric(metric).stream())
                .map(Measure::value)
                .reduce(better::applyAsDouble);
    }

    private static String cell(
            Optional<Measure> measure, MetricLabel label, Optional<Double> best) {
        if (measure.isEmpty()) {
            return "<td>-</td>";
        }
        double value = measure.get().value();
        String open = best.equals(Optional.of(value)) ? "<td class=\"best\">" : "<td>";
        return open + label.text(value) + interval(measure.get(), label) + "</td>";
    }

    private static String interval(Measure measure, MetricLabel label) {
        return measure.interval()
                .map(
                        i ->
                                "<br/><small>%s to %s</small>"
                                        .formatted(label.text(i.low()), label.text(i.high())))
                .orElse("");
    }
}
