package org.tandemrec.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A table of text whose columns are as wide as their widest cell; numbers stand to the right. */
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();
    private final int[] widths;
    private final boolean[] numeric;

    TextTable(String... heads) {
        this.widths = new int[heads.length];
        this.numeric = new boolean[heads.length];
        Arrays.fill(numeric, true);
        rows.add(List.of(heads));
        measure(rows.getFirst());
    }

    void add(List<String> cells) {
        rows.add(List.copyOf(cells));
        measure(cells);
        for (int column = 0; column < widths.length; column++) {
            numeric[column] &= cells.get(column).matches("[-+]?[0-9.,]+(%| [MG]iB)?|-");
        }
    }

    private void measure(List<String> cells) {
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.max(widths[column], width(cells.get(column)));
        }
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    @Override
    public String toString() {
        return rows.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String gap = " ".repeat(widths[column] - width(cells.get(column)));
            line.append(column == 0 ? " " : "  ");
            line.append(numeric[column] ? gap + cells.get(column) : cells.get(column) + gap);
        }
        return line.toString().stripTrailing();
    }
}
