package org.tandemrec.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.tandemrec.features.Words;
import org.tandemrec.model.CatalogueItem;
import org.tandemrec.regression.SparseMatrix;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * How alike items are by their content: a weighted sum of the likeness of their numbers in two
 * widths, of their categories, of the words of their title and of its pieces of three to five
 * letters; and of the products of the categories' likeness with itself, with that of the numbers
 * and with that of the words, for what is alike in both. Each is 1 for an item and itself;
 * categories, words and pieces count the more the fewer items have them.
 */
final class ContentKernel {
    private static final float NUMBERS_NARROW = 1;
    private static final float NUMBERS_WIDE = 1;
    private static final float CATEGORIES = 0.5f;
    private static final float WORDS = 0.5f;
    private static final float PIECES = 1;
    private static final float CATEGORIES_TWICE = 0.5f;
    private static final float CATEGORIES_AND_NUMBERS = 0.5f;
    private static final float CATEGORIES_AND_WORDS = 1;
    private static final double NARROW = 0.1;
    private static final double WIDE = 0.6;
    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 5;

    private final List<CatalogueItem> items;
    private final Map<String, Double> deviations;
    private final SparseMatrix categories;
    private final SparseMatrix words;
    private final SparseMatrix pieces;

    /** The kernel of a catalogue, whose first item has row 1. */
    ContentKernel(List<CatalogueItem> catalogue) {
        this.items = catalogue;
        this.deviations = deviations(catalogue);
        this.categories = features(catalogue, ContentKernel::categories);
        this.words = features(catalogue, item -> Words.of(item.title()));
        this.pieces = features(catalogue, item -> pieces(item.title()));
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

    /** One row an item, of length 1: the names that it has, weighted by how few items have them. */
    private static SparseMatrix features(
            List<CatalogueItem> catalogue, Function<CatalogueItem, List<String>> names) {
        Map<String, Integer> columnOf = new HashMap<>();
        List<Integer> itemsWith = new ArrayList<>();
        List<int[]> columns = new ArrayList<>();
        for (CatalogueItem item : catalogue) {
            List<String> distinct = names.apply(item).stream().distinct().toList();
            for (String name : distinct) {
                if (columnOf.putIfAbsent(name, itemsWith.size()) == null) {
                    itemsWith.add(0);
                }
                itemsWith.set(columnOf.get(name), itemsWith.get(columnOf.get(name)) + 1);
            }
            columns.add(distinct.stream().mapToInt(columnOf::get).toArray());
        }
        double[] rarity =
                itemsWith.stream()
                        .mapToDouble(items -> Math.log((catalogue.size() + 1.0) / items))
                        .toArray();
        return rows(columns, rarity);
    }

    private static SparseMatrix rows(List<int[]> columns, double[] rarity) {
        Cells cells = new Cells(Math.max(1, rarity.length));
        for (int row = 0; row < columns.size(); row++) {
            int[] ofRow = columns.get(row);
            double squares =
                    IntStream.of(ofRow)
                            .mapToDouble(column -> rarity[column] * rarity[column])
                            .sum();
            double length = Math.sqrt(Math.max(squares, 1e-12));
            for (int column : ofRow) {
                cells.add(row, column, (float) (rarity[column] / length));
            }
        }
        return cells.matrix(columns.size());
    }

    private static List<String> categories(CatalogueItem item) {
        List<String> names = new ArrayList<>();
        item.categories()
                .forEach(
                        (field, values) -> values.forEach(value -> names.add(field + "=" + value)));
        return names;
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
     * Some items that others are to be compared with.
     *
     * @param rows of the items, which start at 1
     */
    Compared comparedWith(int[] rows) {
        return new Compared(
                rows.clone(), turned(categories, rows), turned(words, rows), turned(pieces, rows));
    }

    /** Names in rows, some of the items in columns. */
    private static SparseMatrix turned(SparseMatrix features, int[] rows) {
        Cells cells = new Cells(rows.length);
        for (int at = 0; at < rows.length; at++) {
            int row = rows[at] - 1;
            for (int cell = features.start(row); cell < features.start(row + 1); cell++) {
                cells.add(features.column(cell), at, features.value(cell));
            }
        }
        return cells.matrix(features.columns());
    }

    /** Items that others are compared with. */
    final class Compared {
        private final int[] others;
        private final SparseMatrix categories;
        private final SparseMatrix words;
        private final SparseMatrix pieces;

        private Compared(
                int[] others, SparseMatrix categories, SparseMatrix words, SparseMatrix pieces) {
            this.others = others;
            this.categories = categories;
            this.words = words;
            this.pieces = pieces;
        }

        /**
         * The likeness of some items with these, one row for each of the first.
         *
         * @param rows of the items, which start at 1
         */
        Matrix likeness(int[] rows, Workers workers) {
            Compared asking = comparedWith(rows);
            Matrix byCategories = asking.categories.crossGram(categories, workers);
            Matrix byWords = asking.words.crossGram(words, workers);
            Matrix likeness = asking.pieces.crossGram(pieces, workers);
            workers.forRanges(
                    rows.length,
                    16,
                    (from, to) -> {
                        for (int row = from; row < to; row++) {
                            for (int other = 0; other < others.length; other++) {
                                float byContent =
                                        sum(
                                                byCategories.at(row, other),
                                                byWords.at(row, other),
                                                likeness.at(row, other),
                                                rows[row],
                                                others[other]);
                                likeness.set(row, other, byContent);
                            }
                        }
                    });
            return likeness;
        }
    }

    private float sum(float byCategories, float byWords, float byPieces, int row, int other) {
        double sum =
                byCategories * (CATEGORIES + CATEGORIES_TWICE * byCategories)
                        + byWords * (WORDS + CATEGORIES_AND_WORDS * byCategories)
                        + byPieces * PIECES;
        double wide = NUMBERS_WIDE + CATEGORIES_AND_NUMBERS * byCategories;
        for (Map.Entry<String, Double> deviation : deviations.entrySet()) {
            Double left = items.get(row - 1).numbers().get(deviation.getKey());
            Double right = items.get(other - 1).numbers().get(deviation.getKey());
            if (left != null && right != null) {
                double distance = Math.abs(left - right) / deviation.getValue();
                sum +=
                        NUMBERS_NARROW * Math.exp(-distance / NARROW)
                                + wide * Math.exp(-distance / WIDE);
            }
        }
        return (float) sum;
    }

    /** Numbers of a sparse matrix as they come. */
    private static final class Cells {
        private final List<Integer> rows = new ArrayList<>();
        private final List<Integer> columns = new ArrayList<>();
        private final List<Float> values = new ArrayList<>();
        private final int width;

        private Cells(int width) {
            this.width = width;
        }

        private void add(int row, int column, float value) {
            rows.add(row);
            columns.add(column);
            values.add(value);
        }

        private SparseMatrix matrix(int height) {
            float[] numbers = new float[values.size()];
            for (int at = 0; at < numbers.length; at++) {
                numbers[at] = values.get(at);
            }
            return SparseMatrix.of(
                    height,
                    width,
                    rows.stream().mapToInt(Integer::intValue).toArray(),
                    columns.stream().mapToInt(Integer::intValue).toArray(),
                    numbers);
        }
    }
}
