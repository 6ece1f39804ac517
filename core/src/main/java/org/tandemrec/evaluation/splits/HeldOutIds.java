package org.tandemrec.evaluation.splits;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tandemrec.data.StringColumn;
import org.tandemrec.features.Vocabulary;

/** Users or items of which every interaction is held out. */
final class HeldOutIds {
    private HeldOutIds() {}

    /** A share of the ids that have an interaction, drawn from them in natural order. */
    static Set<String> draw(StringColumn column, Share share, long seed) {
        List<String> ids = Vocabulary.ofDistinct(withRows(column)).values();
        boolean[] drawn = share.draw(ids.size(), seed);
        Set<String> chosen = new HashSet<>();
        for (int place = 0; place < drawn.length; place++) {
            if (drawn[place]) {
                chosen.add(ids.get(place));
            }
        }
        return chosen;
    }

    private static Set<String> withRows(StringColumn column) {
        List<String> dictionary = column.dictionary();
        Set<String> ids = new HashSet<>();
        for (int row = 0; row < column.size(); row++) {
            ids.add(dictionary.get(column.code(row)));
        }
        return ids;
    }

    /** Marks the rows of these ids. */
    static boolean[] mark(StringColumn column, Set<String> ids) {
        List<String> dictionary = column.dictionary();
        boolean[] chosen = new boolean[dictionary.size()];
        for (int code = 0; code < chosen.length; code++) {
            chosen[code] = ids.contains(dictionary.get(code));
        }
        boolean[] rows = new boolean[column.size()];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = chosen[column.code(row)];
        }
        return rows;
    }
}
