package org.tandemrec.data;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Strings, each distinct one kept once: ids, categories and texts. A cell may be missing.
 *
 * <p>The cells are codes into a dictionary; the codes mean nothing outside this column.
 */
public final class StringColumn implements Column {
    private static final int MISSING = -1;

    private final String[] dictionary;
    private final int[] codes;

    private StringColumn(String[] dictionary, int[] codes) {
        this.dictionary = dictionary;
        this.codes = codes;
    }

    /**
     * A column from its dictionary and the code of each cell.
     *
     * @param dictionary the distinct strings
     * @param codes for each cell a position in the dictionary, or -1 where it is missing
     */
    public static StringColumn of(List<String> dictionary, int[] codes) {
        for (int code : codes) {
            if (code < MISSING || code >= dictionary.size()) {
                throw new IllegalArgumentException(
                        "code " + code + " is outside 0.." + (dictionary.size() - 1));
            }
        }
        return new StringColumn(dictionary.toArray(String[]::new), codes.clone());
    }

    /** A column of these cells, none of them missing. */
    public static StringColumn of(List<String> cells) {
        Map<String, Integer> codeOf = new LinkedHashMap<>();
        int[] codes = new int[cells.size()];
        for (int cell = 0; cell < codes.length; cell++) {
            codes[cell] = codeOf.computeIfAbsent(cells.get(cell), unseen -> codeOf.size());
        }
        return new StringColumn(codeOf.keySet().toArray(String[]::new), codes);
    }

    @Override
    public int size() {
        return codes.length;
    }

    /** The string in a cell. */
    public Optional<String> at(int cell) {
        return codes[cell] == MISSING ? Optional.empty() : Optional.of(dictionary[codes[cell]]);
    }

    /** The dictionary's code of a cell, or -1 where it is missing. */
    public int code(int cell) {
        return codes[cell];
    }

    /** The distinct strings; a code is a position in this list. */
    public List<String> dictionary() {
        return List.of(dictionary);
    }

    /** The same strings for some of the cells, in the order given. */
    public StringColumn select(int[] cells) {
        return new StringColumn(
                dictionary, Arrays.stream(cells).map(cell -> codes[cell]).toArray());
    }
}
