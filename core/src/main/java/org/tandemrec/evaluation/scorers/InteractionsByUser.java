package org.tandemrec.evaluation.scorers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tandemrec.data.Interactions;
import org.tandemrec.data.StringColumn;
import org.tandemrec.data.TimeColumn;
import org.tandemrec.features.Vocabulary;

/** Interactions gathered into one {@link History} a user. Immutable and safe for any thread. */
public final class InteractionsByUser {
    private final List<String> users;
    private final Map<String, History> histories;

    private InteractionsByUser(List<String> users, Map<String, History> histories) {
        this.users = users;
        this.histories = histories;
    }

    /** The histories of all users that have an interaction among these. */
    public static InteractionsByUser of(Interactions interactions, ItemCatalogue catalogue) {
        int[] items = catalogue.positions(interactions.items());
        int[][] rows = rowsByCode(interactions.users());
        List<String> dictionary = interactions.users().dictionary();
        Map<String, History> histories = HashMap.newHashMap(rows.length);
        for (int code = 0; code < rows.length; code++) {
            if (rows[code].length > 0) {
                histories.put(dictionary.get(code), history(interactions, items, rows[code]));
            }
        }
        List<String> users = Vocabulary.ofDistinct(new ArrayList<>(histories.keySet())).values();
        return new InteractionsByUser(users, histories);
    }

    /** The same where the order of each user's interactions means nothing. */
    public InteractionsByUser unordered() {
        Map<String, History> loose = HashMap.newHashMap(histories.size());
        histories.forEach((user, history) -> loose.put(user, history.unordered()));
        return new InteractionsByUser(users, loose);
    }

    private static int[][] rowsByCode(StringColumn users) {
        int[] counts = new int[users.dictionary().size()];
        for (int row = 0; row < users.size(); row++) {
            counts[users.code(row)]++;
        }
        int[][] rows = new int[counts.length][];
        Arrays.setAll(rows, code -> new int[counts[code]]);
        int[] filled = new int[counts.length];
        for (int row = 0; row < users.size(); row++) {
            int code = users.code(row);
            rows[code][filled[code]++] = row;
        }
        return rows;
    }

    private static History history(Interactions interactions, int[] itemOfRow, int[] rows) {
        int[] ordered = inOrderOfTime(interactions, rows);
        int[] items = new int[ordered.length];
        float[] values = new float[ordered.length];
        long[] times = new long[ordered.length];
        for (int event = 0; event < ordered.length; event++) {
            items[event] = itemOfRow[ordered[event]];
            values[event] = interactions.value(ordered[event]);
            times[event] = timeOf(interactions, ordered[event]);
        }
        return new History(items, values, times);
    }

    private static int[] inOrderOfTime(Interactions interactions, int[] rows) {
        for (int next = 1; next < rows.length; next++) {
            if (timeOf(interactions, rows[next]) < timeOf(interactions, rows[next - 1])) {
                return sorted(interactions, rows);
            }
        }
        return rows;
    }

    private static int[] sorted(Interactions interactions, int[] rows) {
        return Arrays.stream(rows)
                .boxed()
                .sorted(Comparator.comparingLong(row -> timeOf(interactions, row)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static long timeOf(Interactions interactions, int row) {
        return interactions.time(row).orElse(TimeColumn.MISSING);
    }

    /** The users that have an interaction, in natural order of their ids. */
    public List<String> users() {
        return users;
    }

    /** A user's interactions; empty for a user without any. */
    public History of(String user) {
        return histories.getOrDefault(user, History.empty());
    }
}
