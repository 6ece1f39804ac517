package org.tandemrec.evaluation.scorers;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tandemrec.data.Dataset;
import org.tandemrec.regression.ClosedForm;
import org.tandemrec.regression.SparseMatrix;

/**
 * What the train part has of every user, as the baselines that relate items to items read it. Such
 * a relation is a square matrix, so where the catalogue is larger than {@link
 * ClosedForm#MOST_COLUMNS} only the items with the most interactions take part; each has a place,
 * in the order of the catalogue.
 */
final class TrainPart {
    private static final int OUTSIDE = -1;

    private final List<History> histories;
    private final int catalogueSize;
    private final int[] placeOf;
    private final int[] itemAt;

    private TrainPart(List<History> histories, int catalogueSize, int[] itemAt) {
        this.histories = histories;
        this.catalogueSize = catalogueSize;
        this.itemAt = itemAt;
        this.placeOf = new int[catalogueSize];
        Arrays.fill(placeOf, OUTSIDE);
        for (int place = 0; place < itemAt.length; place++) {
            placeOf[itemAt[place]] = place;
        }
    }

    static TrainPart of(Dataset train) {
        return of(train, ClosedForm.MOST_COLUMNS);
    }

    static TrainPart of(Dataset train, int mostItems) {
        ItemCatalogue catalogue = ItemCatalogue.of(train.items());
        InteractionsByUser byUser = InteractionsByUser.of(train.interactions(), catalogue);
        List<History> histories = byUser.users().stream().map(byUser::of).toList();
        int[] mostMet = mostMet(counts(histories, catalogue.size()), mostItems);
        return new TrainPart(histories, catalogue.size(), mostMet);
    }

    private static int[] counts(List<History> histories, int items) {
        int[] counts = new int[items];
        for (History history : histories) {
            for (int event = 0; event < history.size(); event++) {
                counts[history.item(event)]++;
            }
        }
        return counts;
    }

    private static int[] mostMet(int[] counts, int most) {
        return IntStream.range(0, counts.length)
                .boxed()
                .sorted(Comparator.comparingInt(item -> -counts[item]))
                .limit(most)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    /** Everybody's history, in natural order of the users' ids. */
    List<History> histories() {
        return histories;
    }

    int catalogueSize() {
        return catalogueSize;
    }

    /** How many items take part. */
    int places() {
        return itemAt.length;
    }

    /** The place of an item; negative where it takes no part. */
    int placeOf(int item) {
        return placeOf[item];
    }

    int itemAt(int place) {
        return itemAt[place];
    }

    /** Users by places: 1 where the user has met the item. */
    SparseMatrix met() {
        return met(histories, placeOf, itemAt.length);
    }

    /** Users by all items of the catalogue: 1 where the user has met the item. */
    SparseMatrix metAll() {
        return met(histories, catalogueSize);
    }

    /** Histories by items of a catalogue of that size: 1 where the item stands in the history. */
    static SparseMatrix met(List<History> histories, int catalogueSize) {
        return met(histories, IntStream.range(0, catalogueSize).toArray(), catalogueSize);
    }

    private static SparseMatrix met(List<History> histories, int[] columnOf, int columns) {
        int events = histories.stream().mapToInt(History::size).sum();
        int[] rows = new int[events];
        int[] cells = new int[events];
        int count = 0;
        for (int row = 0; row < histories.size(); row++) {
            History history = histories.get(row);
            for (int event = 0; event < history.size(); event++) {
                int column = columnOf[history.item(event)];
                if (column != OUTSIDE) {
                    rows[count] = row;
                    cells[count++] = column;
                }
            }
        }
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return SparseMatrix.of(
                histories.size(),
                columns,
                Arrays.copyOf(rows, count),
                Arrays.copyOf(cells, count),
                ones);
    }
}
