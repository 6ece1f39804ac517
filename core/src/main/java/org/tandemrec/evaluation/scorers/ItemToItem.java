package org.tandemrec.evaluation.scorers;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/**
 * Scores items by how they follow from the items of a person's history: {@code score(j) = sum over
 * events of weight(age) W[item, j]}, the age of an event being the number of later ones. It reads
 * the history alone, never who the person is. An item without a place scores 0.
 */
final class ItemToItem {
    private static final int PEOPLE_PER_TASK = 8;

    private final TrainPart train;
    private final Matrix weights;
    private final IntToDoubleFunction weightOfAge;
    private final Workers workers;

    /**
     * Item to item relations.
     *
     * @param weights W by places
     * @param weightOfAge of an event of the history; 0 where it does not count
     */
    ItemToItem(TrainPart train, Matrix weights, IntToDoubleFunction weightOfAge, Workers workers) {
        this.train = train;
        this.weights = weights;
        this.weightOfAge = weightOfAge;
        this.workers = workers;
    }

    void scores(List<Person> people, float[][] into) {
        workers.forRanges(
                people.size(),
                PEOPLE_PER_TASK,
                (from, to) -> {
                    for (int row = from; row < to; row++) {
                        write(sum(people.get(row).history()), into[row]);
                    }
                });
    }

    private float[] sum(History history) {
        float[] sum = new float[weights.stride()];
        for (int event = 0; event < history.size(); event++) {
            int place = train.placeOf(history.item(event));
            float weight = (float) weightOfAge.applyAsDouble(history.size() - 1 - event);
            if (place >= 0 && weight != 0) {
                int offset = weights.offset(place);
                Rows.addScaled(sum, 0, weight, weights.values(), offset, sum.length);
            }
        }
        return sum;
    }

    private void write(float[] sum, float[] into) {
        for (int item = 0; item < into.length; item++) {
            int place = train.placeOf(item);
            into[item] = place < 0 ? 0 : sum[place];
        }
    }
}
