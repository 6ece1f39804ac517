package org.tandemrec.index;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ids in ascending order, so that a row number orders ties as its id does. Kept as UTF-8 and turned
 * into strings when first asked for: a process that asks one question reads a few of thousands.
 * Safe for use by any number of threads.
 */
final class IdTable {
    private final int[] ends;
    private final byte[] text;
    // Threads may fill a place twice with equal strings, which does no harm.
    private final @Nullable String[] known;

    /**
     * @param ends where each id ends in the text
     */
    IdTable(int[] ends, byte[] text) {
        this.ends = ends;
        this.text = text;
        this.known = new String[ends.length];
    }

    /** A table of ids that ascend. */
    static IdTable of(List<String> ascending) {
        byte[] text = String.join("", ascending).getBytes(StandardCharsets.UTF_8);
        int[] ends = new int[ascending.size()];
        int end = 0;
        for (int row = 0; row < ends.length; row++) {
            end += ascending.get(row).getBytes(StandardCharsets.UTF_8).length;
            ends[row] = end;
        }
        return new IdTable(ends, text);
    }

    int size() {
        return ends.length;
    }

    int[] ends() {
        return ends;
    }

    byte[] text() {
        return text;
    }

    String idAt(int row) {
        String id = known[row];
        if (id == null) {
            int start = row == 0 ? 0 : ends[row - 1];
            id = new String(text, start, ends[row] - start, StandardCharsets.UTF_8);
            known[row] = id;
        }
        return id;
    }

    OptionalInt rowOf(String id) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = idAt(middle).compareTo(id);
            if (order == 0) {
                return OptionalInt.of(middle);
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return OptionalInt.empty();
    }

    /** The rows of those ids that are in the table. */
    BitSet rowsOf(Set<String> ids) {
        return (long) ids.size() * Integer.SIZE < size() ? rowsOfFew(ids) : rowsOfMany(ids);
    }

    private BitSet rowsOfFew(Set<String> ids) {
        BitSet rows = new BitSet(size());
        ids.forEach(id -> rowOf(id).ifPresent(rows::set));
        return rows;
    }

    private BitSet rowsOfMany(Set<String> ids) {
        BitSet rows = new BitSet(size());
        for (int row = 0; row < size(); row++) {
            if (ids.contains(idAt(row))) {
                rows.set(row);
            }
        }
        return rows;
    }
}
