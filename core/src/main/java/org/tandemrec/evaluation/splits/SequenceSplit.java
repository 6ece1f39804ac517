package org.tandemrec.evaluation.splits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tandemrec.data.Dataset;
import org.tandemrec.data.Interactions;
import org.tandemrec.data.TimeColumn;

/**
 * Holds out the last item of each user's sequence; the one before is the validation part, the
 * earlier ones are the train part, in the order of the file's positions, whatever the times say.
 * Only the file's own interactions and items count. A sequence of fewer than three is all train
 * part.
 */
final class SequenceSplit {
    private static final int SHORTEST = 3;

    private final int[] train;
    private final int[] validation;
    private final int[] heldOut;

    private SequenceSplit(int[] train, int[] validation, int[] heldOut) {
        this.train = train;
        this.validation = validation;
        this.heldOut = heldOut;
    }

    static Split of(DelimitedFile file, TestFileLayout layout, Dataset dataset, String name) {
        Interactions interactions = dataset.interactions();
        FilePairs pairs = FilePairs.read(file, layout, interactions);
        int[] places = pairs.placeOfRow(interactions);
        List<int[]> sequences = sequences(pairs, places, interactions);
        long found = sequences.stream().mapToLong(sequence -> sequence.length).sum();
        String counts = pairs.counts(found);
        TestFileSplit.requireSome(found, file, counts);
        SequenceSplit rows = divide(sequences);
        Dataset ordered = dataset.with(inOrder(sequences, interactions));
        Parts parts = Parts.of(ordered, rows.train, rows.validation, rows.heldOut, name);
        return new Split(
                SplitKind.NEXT,
                name,
                "the last item of each sequence of %s is held out, the one before is for validation"
                        .formatted(file.name()),
                parts.train(),
                parts.validation(),
                parts.heldOut(),
                new RankedItems.Only(items(sequences, interactions)),
                List.of(TestFileSplit.notice(file, "sequences", counts)));
    }

    /** The rows of each user, in the order of the file's positions. */
    private static List<int[]> sequences(FilePairs pairs, int[] places, Interactions interactions) {
        List<List<Integer>> byUser = new ArrayList<>();
        interactions.users().dictionary().forEach(user -> byUser.add(new ArrayList<>()));
        for (int row = 0; row < places.length; row++) {
            if (places[row] >= 0) {
                byUser.get(interactions.users().code(row)).add(row);
            }
        }
        Comparator<Integer> byPosition =
                Comparator.comparingInt(row -> pairs.positionAt(places[row]));
        return byUser.stream()
                .filter(rows -> !rows.isEmpty())
                .map(rows -> rows.stream().sorted(byPosition).mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /**
     * The interactions with times that never run against the positions, which are what counts: one
     * before that of the event before becomes the same.
     */
    private static Interactions inOrder(List<int[]> sequences, Interactions interactions) {
        long[] times = new long[interactions.size()];
        Arrays.setAll(times, row -> interactions.time(row).orElse(TimeColumn.MISSING));
        for (int[] sequence : sequences) {
            for (int at = 1; at < sequence.length; at++) {
                times[sequence[at]] = Math.max(times[sequence[at]], times[sequence[at - 1]]);
            }
        }
        return interactions.with(new TimeColumn(times));
    }

    private static SequenceSplit divide(List<int[]> sequences) {
        List<int[]> train = new ArrayList<>();
        List<int[]> validation = new ArrayList<>();
        List<int[]> heldOut = new ArrayList<>();
        for (int[] sequence : sequences) {
            int last = sequence.length - 1;
            if (sequence.length < SHORTEST) {
                train.add(sequence);
                continue;
            }
            train.add(Arrays.copyOf(sequence, last - 1));
            validation.add(new int[] {sequence[last - 1]});
            heldOut.add(new int[] {sequence[last]});
        }
        return new SequenceSplit(joined(train), joined(validation), joined(heldOut));
    }

    private static int[] joined(List<int[]> parts) {
        return parts.stream().flatMapToInt(Arrays::stream).toArray();
    }

    private static Set<String> items(List<int[]> sequences, Interactions interactions) {
        List<String> dictionary = interactions.items().dictionary();
        Set<String> items = new TreeSet<>();
        for (int[] sequence : sequences) {
            for (int row : sequence) {
                items.add(dictionary.get(interactions.items().code(row)));
            }
        }
        return items;
    }
}
