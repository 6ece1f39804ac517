package org.tandemrec.reading;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tandemrec.data.Field;
import org.tandemrec.data.Interactions;
import org.tandemrec.data.Source;
import org.tandemrec.data.StringColumn;
import org.tandemrec.data.TimeColumn;
import org.tandemrec.data.ValueScale;

/** The interactions read so far, each with the codes of its user and item. */
final class InteractionTable {
    private static final int USER = 0;
    private static final int ITEM = 1;

    private final EntityTable users;
    private final EntityTable items;
    private final InteractionCells cells;
    private final RowLedger ledger;
    private final Source source;
    private final int knownUsers;

    private int[] userCodes = new int[1024];
    private int[] itemCodes = new int[1024];
    private float[] values = new float[1024];
    private long[] times = new long[1024];
    private int size;

    /**
     * A table to be filled.
     *
     * @param source where the interactions lie
     * @param scale the values they may have; empty where any number will do
     * @param users the users known so far; others are added as they are met
     * @param items all items
     * @param ledger is told of every row
     */
    InteractionTable(
            Source source,
            Optional<ValueScale> scale,
            EntityTable users,
            EntityTable items,
            RowLedger ledger) {
        this.source = source;
        this.users = users;
        this.items = items;
        this.ledger = ledger;
        this.knownUsers = users.size();
        this.cells = new InteractionCells(source, scale);
    }

    /** Reads every row of the source. */
    void read(SourceScan scan) {
        scan.scan(source, cells.wanted(), ledger, this::take);
    }

    private void take(Rows rows) {
        int item = items.codeOf(rows, ITEM);
        if (item == IdIndex.ABSENT) {
            ledger.reject(rows.line(), column("item"), absent(rows.text(ITEM)));
            return;
        }
        Optional<CellProblem> problem = cells.read(rows);
        if (problem.isPresent()) {
            ledger.reject(rows.line(), problem.get().column(), problem.get().reason());
            return;
        }
        int user = users.codeOf(rows, USER);
        if (user == IdIndex.ABSENT && rows.text(USER).isBlank()) {
            ledger.reject(rows.line(), column("user"), "is empty, expected an id");
            return;
        }
        append(user == IdIndex.ABSENT ? users.addMissing(rows, USER) : user, item);
    }

    private static String absent(String id) {
        return id.isBlank()
                ? "is empty, expected an id"
                : "is '%s', which is not among the items".formatted(id);
    }

    private String column(String field) {
        return source.field(field).map(Field::column).orElse(field);
    }

    private void append(int user, int item) {
        if (size == userCodes.length) {
            int longer = Math.addExact(size, size >> 1);
            userCodes = Arrays.copyOf(userCodes, longer);
            itemCodes = Arrays.copyOf(itemCodes, longer);
            values = Arrays.copyOf(values, longer);
            times = Arrays.copyOf(times, longer);
        }
        userCodes[size] = user;
        itemCodes[size] = item;
        values[size] = cells.value();
        times[size++] = cells.time();
    }

    /** How many users were met that were not known before. */
    int usersAdded() {
        return users.size() - knownUsers;
    }

    /** The rows that stay when of each pair of user and item only the last is kept. */
    int[] lastOfEachPair() {
        return new LastOfEachPair(userCodes, itemCodes, times, size)
                .rows(users.size(), items.size());
    }

    int size() {
        return size;
    }

    /** How many of the users, or of the items, stand in none of these rows. */
    long usersWithout(int[] rows) {
        return without(userCodes, rows, users.size());
    }

    long itemsWithout(int[] rows) {
        return without(itemCodes, rows, items.size());
    }

    private static long without(int[] codes, int[] rows, int all) {
        return all - IntStream.of(rows).map(row -> codes[row]).distinct().count();
    }

    /** Some of the rows, in the order given. */
    Interactions interactions(int[] rows) {
        float[] chosenValues = new float[rows.length];
        long[] chosenTimes = new long[rows.length];
        for (int position = 0; position < rows.length; position++) {
            chosenValues[position] = values[rows[position]];
            chosenTimes[position] = times[rows[position]];
        }
        return new Interactions(
                column(users.ids(), userCodes, rows),
                column(items.ids(), itemCodes, rows),
                chosenValues,
                new TimeColumn(chosenTimes));
    }

    private static StringColumn column(List<String> ids, int[] codes, int[] rows) {
        return StringColumn.of(ids, IntStream.of(rows).map(row -> codes[row]).toArray());
    }
}
