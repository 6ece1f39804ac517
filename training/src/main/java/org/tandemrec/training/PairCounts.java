package org.tandemrec.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tandemrec.regression.SparseMatrix;
import org.tandemrec.vectors.Workers;

/**
 * How often two items stand near each other in the histories: pairs within {@value #REACH} steps,
 * one over their distance each; an item is no neighbour of itself. Of large data every k-th person
 * counts.
 */
final class PairCounts {
    private static final int REACH = 10;
    private static final int ITEMS_PER_TASK = 64;
    private static final int MOST_EVENTS = 2_000_000;

    private final NextSequences sequences;
    private final int items;
    private final int[] starts;
    private final int[] events;
    private final int[] users;
    private final int[][] neighbours;
    private final float[][] counts;

    private PairCounts(NextSequences sequences, int items) {
        this.sequences = sequences;
        this.items = items;
        this.starts = new int[items + 1];
        int[] people = people(sequences);
        int[] others = sequences.histories().others();
        for (int user : people) {
            for (int event = start(user); event < sequences.end(user); event++) {
                starts[others[event] + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        this.events = new int[starts[items]];
        this.users = new int[starts[items]];
        this.neighbours = new int[items][];
        this.counts = new float[items][];
        place(people, others);
    }

    private static int[] people(NextSequences sequences) {
        int every = 1 + sequences.events() / MOST_EVENTS;
        int[] users = sequences.users();
        return IntStream.range(0, Math.ceilDiv(users.length, every))
                .map(at -> users[at * every])
                .toArray();
    }

    private int start(int user) {
        return sequences.histories().start(user);
    }

    private void place(int[] people, int[] others) {
        int[] next = starts.clone();
        for (int user : people) {
            for (int event = start(user); event < sequences.end(user); event++) {
                int place = next[others[event]]++;
                events[place] = event;
                users[place] = user;
            }
        }
    }

    /** A symmetric matrix, items by items. */
    static SparseMatrix of(NextSequences sequences, int items, Workers workers) {
        PairCounts pairs = new PairCounts(sequences, items);
        workers.forRanges(items, ITEMS_PER_TASK, pairs::count);
        return pairs.matrix();
    }

    private void count(int from, int to) {
        float[] row = new float[items];
        int[] touched = new int[items];
        for (int item = from; item < to; item++) {
            int count = 0;
            for (int place = starts[item]; place < starts[item + 1]; place++) {
                count = addNeighbours(item, place, row, touched, count);
            }
            store(item, row, Arrays.copyOf(touched, count));
        }
    }

    private int addNeighbours(int item, int place, float[] row, int[] touched, int before) {
        int[] others = sequences.histories().others();
        int event = events[place];
        int from = Math.max(start(users[place]), event - REACH);
        int to = Math.min(sequences.end(users[place]), event + REACH + 1);
        int count = before;
        for (int near = from; near < to; near++) {
            int other = others[near];
            if (other != item) {
                if (row[other] == 0) {
                    touched[count++] = other;
                }
                row[other] += 1f / Math.abs(near - event);
            }
        }
        return count;
    }

    private void store(int item, float[] row, int[] touched) {
        Arrays.sort(touched);
        neighbours[item] = touched;
        counts[item] = new float[touched.length];
        for (int at = 0; at < touched.length; at++) {
            counts[item][at] = row[touched[at]];
            row[touched[at]] = 0;
        }
    }

    private SparseMatrix matrix() {
        int cells = Arrays.stream(neighbours).mapToInt(row -> row.length).sum();
        int[] rowOf = new int[cells];
        int[] columnOf = new int[cells];
        float[] values = new float[cells];
        int cell = 0;
        for (int item = 0; item < items; item++) {
            int length = neighbours[item].length;
            Arrays.fill(rowOf, cell, cell + length, item);
            System.arraycopy(neighbours[item], 0, columnOf, cell, length);
            System.arraycopy(counts[item], 0, values, cell, length);
            cell += length;
        }
        return SparseMatrix.of(items, items, rowOf, columnOf, values);
    }
}
