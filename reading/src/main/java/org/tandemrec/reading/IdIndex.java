package org.tandemrec.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The distinct ids met so far, each with its code: how many came before it. */
final class IdIndex {
    static final int ABSENT = LongIndex.ABSENT;

    private final LongIndex integers = new LongIndex();
    private final Map<String, Integer> others = new HashMap<>();
    private final List<String> ids = new ArrayList<>();

    /** The code of the id in a cell, or {@link #ABSENT}. */
    int codeOf(Rows rows, int cell) {
        long integer = rows.integer(cell);
        return integer == Rows.NO_INTEGER
                ? others.getOrDefault(rows.text(cell), ABSENT)
                : integers.codeOf(integer);
    }

    /** Gives the next code to the id in a cell, which has none yet. */
    int add(Rows rows, int cell) {
        int code = ids.size();
        long integer = rows.integer(cell);
        String id = rows.text(cell);
        if (integer == Rows.NO_INTEGER) {
            others.put(id, code);
        } else {
            integers.put(integer, code);
        }
        ids.add(id);
        return code;
    }

    int size() {
        return ids.size();
    }

    /** The ids in the order of their codes. */
    List<String> ids() {
        return ids;
    }
}
