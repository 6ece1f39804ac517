package org.tandemrec.features;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.tandemrec.data.Column;
import org.tandemrec.data.Field;
import org.tandemrec.data.FieldType;
import org.tandemrec.data.NumberColumn;
import org.tandemrec.data.StringColumn;
import org.tandemrec.data.StringListColumn;
import org.tandemrec.data.TimeColumn;

/**
 * The codes of a column's cells, as many for each as the widest cell has; shorter ones are padded
 * with {@link Vocabulary#UNKNOWN}.
 */
final class CellCodes {
    private static final int LONGEST_TEXT = 24;
    private static final int MOST_CATEGORIES = 64;

    private final int width;
    private final int[] codes;

    private CellCodes(int width, int[] codes) {
        this.width = width;
        this.codes = codes;
    }

    static CellCodes of(Field field, Column column, Vocabulary vocabulary) {
        return switch (column) {
            case StringColumn texts when field.type() == FieldType.TEXT ->
                    several(texts.size(), cell -> words(texts, cell, vocabulary));
            case StringColumn categories -> new CellCodes(1, ofStrings(categories, vocabulary));
            case StringListColumn lists ->
                    several(lists.size(), cell -> elements(lists, cell, vocabulary));
            case NumberColumn numbers -> new CellCodes(1, ofNumbers(numbers, vocabulary));
            case TimeColumn times -> new CellCodes(1, new int[times.size()]);
        };
    }

    /** One row for each cell, {@link Vocabulary#UNKNOWN} where the cell is missing. */
    static int[] ofStrings(StringColumn strings, Vocabulary vocabulary) {
        int[] rowOfCode = strings.dictionary().stream().mapToInt(vocabulary::rowOf).toArray();
        int[] rows = new int[strings.size()];
        for (int cell = 0; cell < rows.length; cell++) {
            int code = strings.code(cell);
            rows[cell] = code < 0 ? Vocabulary.UNKNOWN : rowOfCode[code];
        }
        return rows;
    }

    private static int[] ofNumbers(NumberColumn numbers, Vocabulary vocabulary) {
        NumberBuckets buckets = NumberBuckets.of(vocabulary);
        return IntStream.range(0, numbers.size())
                .map(cell -> row(numbers.at(cell), buckets))
                .toArray();
    }

    private static int row(OptionalDouble number, NumberBuckets buckets) {
        return number.isPresent() ? buckets.rowOf(number.getAsDouble()) : Vocabulary.UNKNOWN;
    }

    private static int[] words(StringColumn texts, int cell, Vocabulary vocabulary) {
        return known(Words.of(texts.at(cell).orElse("")), vocabulary).limit(LONGEST_TEXT).toArray();
    }

    private static int[] elements(StringListColumn lists, int cell, Vocabulary vocabulary) {
        return known(lists.at(cell), vocabulary).distinct().limit(MOST_CATEGORIES).toArray();
    }

    private static IntStream known(List<String> values, Vocabulary vocabulary) {
        return values.stream().mapToInt(vocabulary::rowOf).filter(row -> row != Vocabulary.UNKNOWN);
    }

    private static CellCodes several(int cells, IntFunction<int[]> codesOf) {
        int[][] each = IntStream.range(0, cells).mapToObj(codesOf).toArray(int[][]::new);
        int width = 1;
        for (int[] codes : each) {
            width = Math.max(width, codes.length);
        }
        int[] padded = new int[cells * width];
        for (int cell = 0; cell < cells; cell++) {
            System.arraycopy(each[cell], 0, padded, cell * width, each[cell].length);
        }
        return new CellCodes(width, padded);
    }

    /** Codes a cell, at least 1. */
    int width() {
        return width;
    }

    /** Writes the codes of a cell to a place in an array. */
    void copy(int cell, int[] into, int at) {
        System.arraycopy(codes, cell * width, into, at, width);
    }
}
