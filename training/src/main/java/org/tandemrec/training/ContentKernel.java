package org.tandemrec.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tandemrec.features.Words;
import org.tandemrec.model.CatalogueItem;
import org.tandemrec.regression.SparseMatrix;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * How alike items are by their content: a weighted sum of the likeness of their numbers in two
 * widths, of their categories, of the words of their title and of its pieces of three to five
 * letters. Each is 1 for an item and itself; words and pieces count the more the fewer items have
 * them.
 */
final class ContentKernel {
    private static final float NUMBERS_NARROW = 1;
    private static final float NUMBERS_WIDE = 1;
    private static final float CATEGORIES = 0.5f;
    private static final float WORDS = 0.5f;
    private static final float PIECES = 1;
    private static final double NARROW = 0.1;
    private static final double WIDE = 0.6;
    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 5;

    private final List<CatalogueItem> items;
    private final Map<String, Double> deviations;
    private final SparseMatrix features;

    /** The kernel of a catalogue, whose first item has row 1. */
    ContentKernel(List<CatalogueItem> catalogue) {
        this.items = catalogue;
        this.deviations = deviations(catalogue);
        this.features = features(catalogue);
    }

    private static Map<String, Double> deviations(List<CatalogueItem> catalogue) {
        Map<String, double[]> moments = new LinkedHashMap<>();
        for (CatalogueItem item : catalogue) {
            item.numbers()
                    .forEach(
                            (field, number) -> {
                                double[] sums = moments.computeIfAbsent(field, _ -> new double[3]);
                                sums[0]++;
                                sums[1] += number;
                                sums[2] += number * number;
                            });
        }
        Map<String, Double> deviations = new LinkedHashMap<>();
        moments.forEach(
                (field, sums) -> {
                    double mean = sums[1] / sums[0];
                    double variance = sums[2] / sums[0] - mean * mean;
                    deviations.put(field, Math.sqrt(Math.max(variance, 1e-12)));
                });
        return deviations;
    }

    /** One row an item, its parts each of the length of the root of their weight. */
    private static SparseMatrix features(List<CatalogueItem> catalogue) {
        FeatureRows rows = new FeatureRows(catalogue.size());
        for (int at = 0; at < catalogue.size(); at++) {
            CatalogueItem item = catalogue.get(at);
            List<String> categories = new ArrayList<>();
            item.categories()
                    .forEach(
                            (field, values) ->
                                    values.forEach(value -> categories.add(field + "=" + value)));
            rows.add(at, "category ", categories, CATEGORIES);
            rows.add(at, "word ", Words.of(item.title()), WORDS);
            rows.add(at, "piece ", pieces(item.title()), PIECES);
        }
        return rows.matrix();
    }

    private static List<String> pieces(String title) {
        String text = " " + String.join(" ", Words.of(title)) + " ";
        List<String> pieces = new ArrayList<>();
        for (int length = SHORTEST_PIECE; length <= LONGEST_PIECE; length++) {
            for (int from = 0; from + length <= text.length(); from++) {
                pieces.add(text.substring(from, from + length));
            }
        }
        return pieces;
    }

    /**
     * The likeness of some items with others, one row for each of the first.
     *
     * @param rows of the items, which start at 1
     * @param others the same
     */
    Matrix between(int[] rows, int[] others, Workers workers) {
        Matrix kernel = turned(rows).crossGram(turned(others), workers);
        for (Map.Entry<String, Double> number : deviations.entrySet()) {
            addNumbers(kernel, rows, others, number.getKey(), number.getValue(), workers);
        }
        return kernel;
    }

    private SparseMatrix turned(int[] rows) {
        List<Integer> places = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        List<Float> values = new ArrayList<>();
        for (int at = 0; at < rows.length; at++) {
            int row = rows[at] - 1;
            for (int cell = features.start(row); cell < features.start(row + 1); cell++) {
                places.add(at);
                columns.add(features.column(cell));
                values.add(features.value(cell));
            }
        }
        return FeatureRows.matrix(features.columns(), rows.length, columns, places, values);
    }

    private void addNumbers(
            Matrix kernel,
            int[] rows,
            int[] others,
            String field,
            double deviation,
            Workers workers) {
        workers.forRanges(
                rows.length,
                16,
                (from, to) -> {
                    for (int row = from; row < to; row++) {
                        for (int other = 0; other < others.length; other++) {
                            float likeness = likeness(field, deviation, rows[row], others[other]);
                            kernel.set(row, other, kernel.at(row, other) + likeness);
                        }
                    }
                });
    }

    private float likeness(String field, double deviation, int row, int other) {
        Optional<Double> left = Optional.ofNullable(items.get(row - 1).numbers().get(field));
        Optional<Double> right = Optional.ofNullable(items.get(other - 1).numbers().get(field));
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        double distance = Math.abs(left.get() - right.get()) / deviation;
        return (float)
                (NUMBERS_NARROW * Math.exp(-distance / NARROW)
                        + NUMBERS_WIDE * Math.exp(-distance / WIDE));
    }

    /** Rows of features by name, weighted by how few items have them. */
    private static final class FeatureRows {
        private final Map<String, Integer> columnOf = new HashMap<>();
        private final List<Integer> rows = new ArrayList<>();
        private final List<Integer> columns = new ArrayList<>();
        private final List<Integer> groups = new ArrayList<>();
        private final List<Float> weights = new ArrayList<>();
        private final List<Integer> itemsWith = new ArrayList<>();
        private final int items;

        private FeatureRows(int items) {
            this.items = items;
        }

        /** A group of features of an item, which together count as much as the weight says. */
        private void add(int item, String prefix, List<String> names, float weight) {
            for (String name : names.stream().distinct().toList()) {
                int column = columnOf.computeIfAbsent(prefix + name, _ -> columnOf.size());
                if (column == itemsWith.size()) {
                    itemsWith.add(0);
                }
                itemsWith.set(column, itemsWith.get(column) + 1);
                rows.add(item);
                columns.add(column);
                groups.add(prefix.hashCode());
                weights.add(weight);
            }
        }

        private SparseMatrix matrix() {
            List<Float> values = new ArrayList<>();
            int from = 0;
            for (int to = 1; to <= rows.size(); to++) {
                if (to == rows.size() || !sameGroup(from, to)) {
                    addGroup(from, to, values);
                    from = to;
                }
            }
            return matrix(items, Math.max(1, columnOf.size()), rows, columns, values);
        }

        private boolean sameGroup(int left, int right) {
            return rows.get(left).equals(rows.get(right))
                    && groups.get(left).equals(groups.get(right));
        }

        private void addGroup(int from, int to, List<Float> values) {
            double squares = 0;
            for (int at = from; at < to; at++) {
                squares += rarity(at) * rarity(at);
            }
            double length = Math.sqrt(Math.max(squares, 1e-12) / weights.get(from));
            for (int at = from; at < to; at++) {
                values.add((float) (rarity(at) / length));
            }
        }

        private double rarity(int at) {
            return Math.log((items + 1.0) / itemsWith.get(columns.get(at)));
        }

        private static SparseMatrix matrix(
                int rows,
                int columns,
                List<Integer> rowOf,
                List<Integer> columnOf,
                List<Float> values) {
            float[] numbers = new float[values.size()];
            for (int at = 0; at < numbers.length; at++) {
                numbers[at] = values.get(at);
            }
            return SparseMatrix.of(
                    rows,
                    columns,
                    rowOf.stream().mapToInt(Integer::intValue).toArray(),
                    columnOf.stream().mapToInt(Integer::intValue).toArray(),
                    numbers);
        }
    }
}
