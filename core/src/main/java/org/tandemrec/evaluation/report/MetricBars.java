package org.tandemrec.evaluation.report;

import java.util.List;
import java.util.Locale;
import org.tandemrec.evaluation.Measure;
import org.tandemrec.evaluation.metrics.Interval;

/** One metric as a picture: a bar for each recommender from 0, with its interval as a whisker. */
final class MetricBars {
    /** One recommender's bar. */
    record Bar(String name, boolean own, Measure measure) {}

    private static final double WIDTH = 340;
    private static final double ROW = 27;
    private static final double BAR = 13;
    private static final double LEFT = 132;
    private static final double RIGHT = 284;
    private static final double CAP = 4;

    private final MetricLabel label;
    private final List<Bar> bars;
    private final double most;

    private MetricBars(MetricLabel label, List<Bar> bars) {
        this.label = label;
        this.bars = bars;
        this.most = bars.stream().mapToDouble(MetricBars::end).max().orElse(0);
    }

    private static double end(Bar bar) {
        return bar.measure().interval().map(Interval::high).orElse(bar.measure().value());
    }

    /** The picture as SVG; its description reads all values. */
    static String svg(MetricLabel label, List<Bar> bars) {
        return new MetricBars(label, bars).svg();
    }

    private String svg() {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < bars.size(); row++) {
            rows.append(row(bars.get(row), row * ROW));
        }
        return String.format(
                Locale.ROOT,
                """
                <svg viewBox="0 0 %.0f %.0f" role="img" aria-label="%s">
                %s</svg>""",
                WIDTH,
                bars.size() * ROW,
                Markup.escaped(description()),
                rows);
    }

    private String description() {
        List<String> parts = bars.stream().map(this::description).toList();
        return label.title() + ": " + String.join("; ", parts);
    }

    private String description(Bar bar) {
        String value = bar.name() + " " + label.text(bar.measure().value());
        return value
                + bar.measure()
                        .interval()
                        .map(i -> " (" + label.text(i.low()) + " to " + label.text(i.high()) + ")")
                        .orElse("");
    }

    private String row(Bar bar, double top) {
        double middle = top + ROW / 2;
        double value = bar.measure().value();
        String text = bar.own() ? " class=\"strong\"" : "";
        return String.format(
                Locale.ROOT,
                """
                <text x="0" y="%.1f"%s>%s</text><rect class="%s" x="%.1f" y="%.1f" width="%.1f" height="%.1f" rx="2"/>%s<text x="%.1f" y="%.1f" text-anchor="end"%s>%s</text>
                """,
                middle + 4,
                text,
                Markup.escaped(bar.name()),
                bar.own() ? "own" : "other",
                LEFT,
                middle - BAR / 2,
                x(value) - LEFT,
                BAR,
                bar.measure().interval().map(i -> whisker(i, middle)).orElse(""),
                WIDTH,
                middle + 4,
                text,
                label.text(value));
    }

    private String whisker(Interval interval, double middle) {
        double low = x(interval.low());
        double high = x(interval.high());
        return String.format(
                Locale.ROOT,
                "<path class=\"whisker\" d=\"M%.1f %.1fv%.1fM%.1f %.1fH%.1fM%.1f %.1fv%.1f\"/>",
                low,
                middle - CAP,
                2 * CAP,
                low,
                middle,
                high,
                high,
                middle - CAP,
                2 * CAP);
    }

    private double x(double value) {
        return most <= 0 ? LEFT : LEFT + Math.max(0, value) / most * (RIGHT - LEFT);
    }
}
