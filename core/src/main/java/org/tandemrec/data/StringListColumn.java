package org.tandemrec.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Any number of strings a cell: genres, tags. Each distinct string is kept once. */
public final class StringListColumn implements Column {
    private final String[] dictionary;
    private final int[] starts;
    private final int[] codes;

    private StringListColumn(String[] dictionary, int[] starts, int[] codes) {
        this.dictionary = dictionary;
        this.starts = starts;
        this.codes = codes;
    }

    /** A column of these cells. */
    public static StringListColumn of(List<List<String>> cells) {
        Map<String, Integer> codeOf = new LinkedHashMap<>();
        int[] starts = new int[cells.size() + 1];
        List<Integer> codes = new ArrayList<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            for (String value : cells.get(cell)) {
                codes.add(codeOf.computeIfAbsent(value, unseen -> codeOf.size()));
            }
            starts[cell + 1] = codes.size();
        }
        return new StringListColumn(
                codeOf.keySet().toArray(String[]::new),
                starts,
                codes.stream().mapToInt(Integer::intValue).toArray());
    }

    @Override
    public int size() {
        return starts.length - 1;
    }

    /** The strings in a cell, in the file's order; empty where there are none. */
    public List<String> at(int cell) {
        List<String> values = new ArrayList<>(starts[cell + 1] - starts[cell]);
        for (int position = starts[cell]; position < starts[cell + 1]; position++) {
            values.add(dictionary[codes[position]]);
        }
        return List.copyOf(values);
    }
}
