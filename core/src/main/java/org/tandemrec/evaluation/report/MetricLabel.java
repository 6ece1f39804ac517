package org.tandemrec.evaluation.report;

import java.util.Locale;

/**
 * What a person reads of a metric.
 *
 * @param title its name in words
 * @param meaning one sentence
 * @param direction which values are better
 * @param format a pattern of {@link String#format} for its values
 */
record MetricLabel(String title, String meaning, Direction direction, String format) {
    /** Which values are better. */
    enum Direction {
        HIGHER("higher is better"),
        LOWER("lower is better"),
        NEITHER("describes only");

        private final String words;

        Direction(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * The label of a metric, with its cut-off in the title; a metric without words shows its name.
     */
    static MetricLabel of(String metric, int listLength) {
        int at = metric.indexOf('@');
        String k = at < 0 ? Integer.toString(listLength) : metric.substring(at + 1);
        return switch (at < 0 ? metric : metric.substring(0, at)) {
            case "rmse" -> lower("RMSE", "Root of the mean squared error of predicted values.");
            case "mae" -> lower("MAE", "Mean distance of predicted values from the true ones.");
            case "hitRate" ->
                    higher(
                            "Hit rate at " + k,
                            "Users with a held-out item among the first " + k + ".");
            case "ndcg" ->
                    higher(
                            "NDCG at " + k,
                            "Held-out items among the first " + k + ", the top counts most.");
            case "recall" ->
                    higher(
                            "Recall at " + k,
                            "Share of a user's held-out items among the first " + k + ".");
            case "precision" ->
                    higher(
                            "Precision at " + k,
                            "Share of the first " + k + " that are held-out items.");
            case "mrr" -> higher("MRR", "Mean of 1 over the rank of the best held-out item.");
            case "itemCoverage" ->
                    describing(
                            "Item coverage",
                            "Share of the items that stand in somebody's first " + k + ".",
                            "%.4f");
            case "novelty" ->
                    describing(
                            "Novelty",
                            "Bits of surprise in an item: 1 if half of all users know it.",
                            "%.2f");
            case "overlap" ->
                    describing(
                            "Overlap",
                            "Share of the first " + k + " that two users have in common.",
                            "%.4f");
            case "recommendedPopularity" ->
                    describing(
                            "Popularity shown",
                            "Train users who have met a shown item, on average.",
                            "%,.0f");
            case "calibration" ->
                    describing(
                            "Calibration",
                            "Distance of the kinds shown from those of the history: 0 is the same.",
                            "%.4f");
            case "coldOverlap" ->
                    describing(
                            "Cold overlap",
                            "The same for people known by their attributes alone.",
                            "%.4f");
            case "coldDistinctLists" ->
                    describing(
                            "Cold lists",
                            "Different lists over all combinations of attributes.",
                            "%,.0f");
            default -> describing(metric, "", "%.4f");
        };
    }

    private static MetricLabel higher(String title, String meaning) {
        return new MetricLabel(title, meaning, Direction.HIGHER, "%.4f");
    }

    private static MetricLabel lower(String title, String meaning) {
        return new MetricLabel(title, meaning, Direction.LOWER, "%.4f");
    }

    private static MetricLabel describing(String title, String meaning, String format) {
        return new MetricLabel(title, meaning, Direction.NEITHER, format);
    }

    String text(double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
