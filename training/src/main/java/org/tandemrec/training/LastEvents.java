package org.tandemrec.training;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedInteractions;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.MatrixProduct;
import org.tandemrec.vectors.Workers;

/**
 * Training data without everybody's last event, which is kept to judge by: among all items that
 * they have not met, where does it stand?
 */
final class LastEvents {
    private static final int LEAST_EVENTS = 3;
    private static final int CUTOFF = 10;
    private static final int BLOCK = 256;

    private final TrainingData training;
    private final int[] lastItems;

    private LastEvents(TrainingData training, int[] lastItems) {
        this.training = training;
        this.lastItems = lastItems;
    }

    /**
     * A split of some data.
     *
     * @param kept whether anything is kept aside; people with fewer than three events keep all
     */
    static LastEvents of(TrainingData data, boolean kept) {
        int[] lastRows = new int[data.users().rows()];
        Arrays.fill(lastRows, -1);
        int[] lastItems = new int[data.users().rows()];
        if (!kept) {
            return new LastEvents(data, lastItems);
        }
        EncodedInteractions all = data.interactions();
        int[] counts = EncodedInteractions.counts(all.users(), data.users().rows());
        for (int row = 0; row < all.size(); row++) {
            int user = all.users()[row];
            boolean enough = user > 0 && counts[user] >= LEAST_EVENTS && all.items()[row] > 0;
            if (enough && isLater(all, row, lastRows[user])) {
                lastRows[user] = row;
                lastItems[user] = all.items()[row];
            }
        }
        int[] left =
                IntStream.range(0, all.size())
                        .filter(row -> lastRows[all.users()[row]] != row)
                        .toArray();
        return new LastEvents(data.with(all.select(left)), lastItems);
    }

    private static boolean isLater(EncodedInteractions all, int row, int last) {
        return last < 0 || all.times()[row] >= all.times()[last];
    }

    /** What is left to train on. */
    TrainingData training() {
        return training;
    }

    boolean isEmpty() {
        return size() == 0;
    }

    /** How many events are kept aside. */
    int size() {
        return (int) Arrays.stream(lastItems).filter(item -> item > 0).count();
    }

    /**
     * The mean nDCG@10 of the kept events among all items their people have not met.
     *
     * @param users vectors, row by row
     * @param items vectors, row by row
     * @param met what they have met
     */
    double ndcg(Matrix users, Matrix items, EncodedHistories met, Workers workers) {
        Matrix columns = items.transposed();
        double sum = 0;
        for (int from = 0; from < lastItems.length; from += BLOCK) {
            int to = Math.min(lastItems.length, from + BLOCK);
            Matrix block = Matrix.zeros(to - from, users.columns());
            System.arraycopy(
                    users.values(),
                    users.offset(from),
                    block.values(),
                    0,
                    (to - from) * users.stride());
            Matrix scores = Matrix.zeros(to - from, columns.columns());
            MatrixProduct.add(block, columns, scores, workers);
            for (int user = from; user < to; user++) {
                sum += lastItems[user] > 0 ? gain(scores, user - from, user, met) : 0;
            }
        }
        return sum / size();
    }

    private double gain(Matrix scores, int row, int user, EncodedHistories met) {
        for (int event = met.start(user); event < met.start(user) + met.size(user); event++) {
            scores.set(row, met.others()[event], Float.NEGATIVE_INFINITY);
        }
        float own = scores.at(row, lastItems[user]);
        int rank = 0;
        for (int item = 1; item < scores.columns(); item++) {
            rank += scores.at(row, item) > own ? 1 : 0;
        }
        return rank < CUTOFF ? Math.log(2) / Math.log(rank + 2.0) : 0;
    }
}
