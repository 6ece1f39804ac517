package org.tandemrec.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tandemrec.data.StringColumn;

/** Gathers the cells of a string column. */
final class StringCells {
    private static final int MISSING = -1;

    private final Map<String, Integer> codeOf = new HashMap<>();
    private final List<String> dictionary = new ArrayList<>();
    private final IntCells codes = new IntCells();

    /** Appends a cell; an empty text is a missing one. */
    void add(String text) {
        codes.add(text.isEmpty() ? MISSING : codeOf.computeIfAbsent(text, this::next));
    }

    private int next(String text) {
        dictionary.add(text);
        return dictionary.size() - 1;
    }

    StringColumn column() {
        return StringColumn.of(dictionary, codes.toArray());
    }
}
