package org.tandemrec.evaluation.report;

import java.util.List;
import java.util.Locale;

/** A number per epoch as a picture: a line over the epochs, the epoch that was kept ringed. */
final class LineChart {
    private static final double WIDTH = 480;
    private static final double HEIGHT = 220;
    private static final double LEFT = 52;
    private static final double RIGHT = 466;
    private static final double TOP = 14;
    private static final double BOTTOM = 184;
    private static final int MOST_EPOCH_MARKS = 8;

    private final String title;
    private final List<Double> values;
    private final int ringed;
    private final Axis axis;

    private LineChart(String title, List<Double> values, int ringed) {
        this.title = title;
        this.values = values;
        this.ringed = ringed;
        double lowest = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double highest = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        this.axis = Axis.spanning(lowest, highest);
    }

    /**
     * The picture as SVG; its description reads the first, the ringed and the last value.
     *
     * @param values one an epoch, at least one
     * @param ringed the epoch to ring, counted from 1; 0 for none
     */
    static String svg(String title, List<Double> values, int ringed) {
        return new LineChart(title, values, ringed).svg();
    }

    private String svg() {
        return String.format(
                Locale.ROOT,
                """
                <svg viewBox="0 0 %.0f %.0f" role="img" aria-label="%s">
                %s%s%s%s<text x="%.1f" y="%.1f" text-anchor="end">epoch</text>
                </svg>""",
                WIDTH,
                HEIGHT,
                Markup.escaped(description()),
                levels(),
                epochs(),
                line(),
                ring(),
                RIGHT,
                HEIGHT - 4);
    }

    private String description() {
        String kept = isRinged() ? ", kept epoch %d: %s".formatted(ringed, text(ringed)) : "";
        return "%s over %d epochs: first %s%s, last %s"
                .formatted(title, values.size(), text(1), kept, text(values.size()));
    }

    private String text(int epoch) {
        return String.format(Locale.ROOT, "%.4f", values.get(epoch - 1));
    }

    private boolean isRinged() {
        return ringed >= 1 && ringed <= values.size();
    }

    private String levels() {
        StringBuilder levels = new StringBuilder();
        for (double mark : axis.marks()) {
            levels.append(
                    String.format(
                            Locale.ROOT,
                            """
                            <path class="grid" d="M%.1f %.1fH%.1f"/><text x="%.1f" y="%.1f" text-anchor="end">%s</text>
                            """,
                            LEFT,
                            y(mark),
                            RIGHT,
                            LEFT - 8,
                            y(mark) + 4,
                            String.format(Locale.ROOT, "%." + axis.decimals() + "f", mark)));
        }
        return levels.toString();
    }

    private String epochs() {
        int step = Math.max(1, (values.size() + MOST_EPOCH_MARKS - 1) / MOST_EPOCH_MARKS);
        StringBuilder marks = new StringBuilder();
        for (int epoch = 1; epoch <= values.size(); epoch += step) {
            marks.append(
                    String.format(
                            Locale.ROOT,
                            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%d</text>%n",
                            x(epoch),
                            BOTTOM + 18,
                            epoch));
        }
        return marks.toString().replace("\r\n", "\n");
    }

    private String line() {
        StringBuilder path = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        for (int epoch = 1; epoch <= values.size(); epoch++) {
            double y = y(values.get(epoch - 1));
            path.append(
                    String.format(Locale.ROOT, "%s%.1f %.1f", epoch == 1 ? "M" : "L", x(epoch), y));
            dots.append(
                    String.format(
                            Locale.ROOT,
                            "<circle class=\"own\" cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\"/>",
                            x(epoch),
                            y));
        }
        return "<path class=\"curve\" d=\"" + path + "\"/>\n" + dots + "\n";
    }

    private String ring() {
        if (!isRinged()) {
            return "";
        }
        double x = x(ringed);
        double y = y(values.get(ringed - 1));
        boolean high = y < TOP + 24;
        return String.format(
                Locale.ROOT,
                """
                <circle class="ring" cx="%.1f" cy="%.1f" r="5"/><text class="strong" x="%.1f" y="%.1f" text-anchor="%s">%s</text>
                """,
                x,
                y,
                x,
                high ? y + 22 : y - 11,
                x > RIGHT - 60 ? "end" : "middle",
                text(ringed));
    }

    private double x(int epoch) {
        return values.size() == 1
                ? (LEFT + RIGHT) / 2
                : LEFT + 12 + (RIGHT - LEFT - 24) * (epoch - 1) / (values.size() - 1);
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * axis.share(value);
    }
}
