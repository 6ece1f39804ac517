package org.tandemrec.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tandemrec.evaluation.metrics.Interval;
import org.tandemrec.evaluation.splits.SplitKind;

/** What should make one doubt a result: one line each, the gravest first. */
final class Warnings {
    private static final double SAME_FOR_EVERYBODY = 0.8;
    private static final int FEW_USERS = 100;
    private static final int FEW_INTERACTIONS = 1_000;

    private final EvaluationResult result;
    private final List<String> lines = new ArrayList<>();

    private Warnings(EvaluationResult result) {
        this.result = result;
    }

    static List<String> of(EvaluationResult result) {
        Warnings warnings = new Warnings(result);
        warnings.sameLists("overlap", "users");
        warnings.sameLists("coldOverlap", "people known by their attributes alone");
        result.comparisons().stream()
                .filter(Comparison::baselineWins)
                .forEach(warnings::baselineWins);
        warnings.ratingsOnColdUsers();
        warnings.smallTest();
        return warnings.lines;
    }

    private void sameLists(String metric, String whom) {
        result.judged()
                .metric(metric)
                .map(Measure::value)
                .filter(overlap -> overlap > SAME_FOR_EVERYBODY)
                .ifPresent(overlap -> lines.add(sameLists(metric, whom, overlap)));
    }

    private String sameLists(String metric, String whom, double overlap) {
        return String.format(
                Locale.ROOT,
                "everybody gets nearly the same list: two %s share %.1f of %d items on average"
                        + " (%s %.2f); these recommendations are hardly personal",
                whom,
                overlap * result.listLength(),
                result.listLength(),
                metric,
                overlap);
    }

    private void baselineWins(Comparison comparison) {
        double own = value(result.judged(), comparison.metric());
        lines.add(
                String.format(
                        Locale.ROOT,
                        "baseline '%s' beats '%s' on %s: %.4f against %.4f, by %.4f%s",
                        comparison.baseline(),
                        result.judged().name(),
                        comparison.metric(),
                        own - comparison.difference(),
                        own,
                        Math.abs(comparison.difference()),
                        certainty(comparison)));
    }

    private static String certainty(Comparison comparison) {
        Optional<Interval> interval = comparison.interval();
        if (interval.isEmpty()) {
            return "";
        }
        return comparison.uncertain()
                ? " (within what chance allows)"
                : String.format(
                        Locale.ROOT,
                        " (95 %% interval of the difference %.4f to %.4f)",
                        interval.get().low(),
                        interval.get().high());
    }

    private static double value(Judgement judgement, String metric) {
        return judgement.metric(metric).orElseThrow().value();
    }

    private void ratingsOnColdUsers() {
        boolean predictsValues = result.judged().metric("rmse").isPresent();
        if (result.kind() == SplitKind.COLD_USERS && predictsValues) {
            lines.add(
                    "a model of ratings learns how much people like an item, not whether they pick"
                            + " it: on people never seen it may lose to popularity in ranking");
        }
    }

    private void smallTest() {
        if (result.users() < FEW_USERS || result.heldOut() < FEW_INTERACTIONS) {
            lines.add(
                    String.format(
                            Locale.ROOT,
                            "the test is small: %d users and %d held-out interactions, expected at"
                                    + " least %d and %d; mind the intervals",
                            result.users(),
                            result.heldOut(),
                            FEW_USERS,
                            FEW_INTERACTIONS));
        }
    }
}
