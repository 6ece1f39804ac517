package org.tandemrec.evaluation.splits;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tandemrec.data.Interactions;
import org.tandemrec.data.StringColumn;

/**
 * The pairs of user and item of a test file, and the row of the data's interactions that each of
 * them is. Pairs that are no interaction of the data are counted and left out.
 */
final class FilePairs {
    private static final int NONE = -1;

    private final Map<String, Integer> userCodes;
    private final Map<String, Integer> itemCodes;
    private int[] users = new int[1024];
    private int[] items = new int[1024];
    private int[] positions = new int[1024];
    private int size;
    private long lines;
    private long unknownUsers;
    private long unknownItems;
    private long repeated;

    private FilePairs(Interactions interactions) {
        this.userCodes = codes(interactions.users());
        this.itemCodes = codes(interactions.items());
    }

    private static Map<String, Integer> codes(StringColumn column) {
        List<String> dictionary = column.dictionary();
        Map<String, Integer> codes = HashMap.newHashMap(dictionary.size());
        for (int code = 0; code < dictionary.size(); code++) {
            codes.put(dictionary.get(code), code);
        }
        return codes;
    }

    static FilePairs read(DelimitedFile file, TestFileLayout layout, Interactions interactions) {
        FilePairs pairs = new FilePairs(interactions);
        int user = layout.user().orElseThrow();
        int item = layout.item().orElseThrow();
        file.forEach(
                (line, cells) ->
                        pairs.add(
                                cells.get(user),
                                cells.get(item),
                                position(file, layout, line, cells)));
        return pairs;
    }

    private static int position(
            DelimitedFile file, TestFileLayout layout, int line, List<String> cells) {
        if (layout.position().isEmpty()) {
            return 0;
        }
        String text = cells.get(layout.position().getAsInt());
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw file.at(line, "position is '%s', expected a whole number".formatted(text));
        }
    }

    private void add(String user, String item, int position) {
        lines++;
        int userCode = userCodes.getOrDefault(user, NONE);
        int itemCode = itemCodes.getOrDefault(item, NONE);
        unknownUsers += userCode == NONE ? 1 : 0;
        unknownItems += userCode != NONE && itemCode == NONE ? 1 : 0;
        if (userCode != NONE && itemCode != NONE) {
            append(userCode, itemCode, position);
        }
    }

    private void append(int user, int item, int position) {
        if (size == users.length) {
            users = Arrays.copyOf(users, 2 * size);
            items = Arrays.copyOf(items, 2 * size);
            positions = Arrays.copyOf(positions, 2 * size);
        }
        users[size] = user;
        items[size] = item;
        positions[size++] = position;
    }

    /** For each row of the interactions the place of its pair among the file's pairs, or -1. */
    int[] placeOfRow(Interactions interactions) {
        PairTable table = new PairTable(size);
        for (int place = 0; place < size; place++) {
            repeated += table.put(users[place], items[place], place) ? 0 : 1;
        }
        int[] places = new int[interactions.size()];
        for (int row = 0; row < places.length; row++) {
            places[row] =
                    table.find(interactions.users().code(row), interactions.items().code(row));
        }
        return places;
    }

    /** The place in the user's sequence that the file gives to a pair. */
    int positionAt(int place) {
        return positions[place];
    }

    /** What became of the lines, given how many of the data's interactions they are. */
    String counts(long found) {
        long absent = size - repeated - found;
        return "%d of %d lines are interactions of this data%s%s%s%s"
                .formatted(
                        found,
                        lines,
                        some(unknownUsers, "have an unknown user"),
                        some(unknownItems, "have an unknown item"),
                        some(absent, "are no interaction of this user"),
                        some(repeated, "stand there twice"));
    }

    private static String some(long count, String what) {
        return count == 0 ? "" : ", %d %s".formatted(count, what);
    }
}
