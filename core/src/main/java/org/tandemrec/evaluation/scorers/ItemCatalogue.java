package org.tandemrec.evaluation.scorers;

import java.util.List;
import java.util.OptionalInt;
import org.tandemrec.data.Entities;
import org.tandemrec.data.StringColumn;
import org.tandemrec.features.Vocabulary;

/**
 * Every item's id in natural order (counts by size, then texts); an item's position in it is its
 * place in every array of scores. It is the order of the encoded items: position 0 is row 1 of the
 * vocabulary of item ids. Immutable and safe for any thread.
 */
public final class ItemCatalogue {
    private final Vocabulary ids;

    private ItemCatalogue(Vocabulary ids) {
        this.ids = ids;
    }

    /** The catalogue of these items, whatever order they were read in. */
    public static ItemCatalogue of(Entities items) {
        return new ItemCatalogue(Vocabulary.ofDistinct(items.ids().dictionary()));
    }

    public int size() {
        return ids.rows() - 1;
    }

    /** The ids in the order of their positions. */
    public List<String> ids() {
        return ids.values();
    }

    public String idAt(int position) {
        return ids.values().get(position);
    }

    /** The position of an id; empty where no item has it. */
    public OptionalInt positionOf(String id) {
        int row = ids.rowOf(id);
        return row == Vocabulary.UNKNOWN ? OptionalInt.empty() : OptionalInt.of(row - 1);
    }

    /**
     * The position of each cell's item.
     *
     * @throws IllegalArgumentException if an item is not in the catalogue
     */
    public int[] positions(StringColumn items) {
        List<String> dictionary = items.dictionary();
        int[] positionOfCode = new int[dictionary.size()];
        for (int code = 0; code < positionOfCode.length; code++) {
            positionOfCode[code] = ids.rowOf(dictionary.get(code)) - 1;
        }
        int[] positions = new int[items.size()];
        for (int cell = 0; cell < positions.length; cell++) {
            positions[cell] = known(positionOfCode[items.code(cell)], items, cell);
        }
        return positions;
    }

    private static int known(int position, StringColumn items, int cell) {
        if (position < 0) {
            throw new IllegalArgumentException(
                    "item '%s' is not in the catalogue".formatted(items.at(cell).orElse("")));
        }
        return position;
    }
}
