package org.tandemrec.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.layers.Targets;
import org.tandemrec.towers.EventBatch;

/**
 * Histories as preset {@code next} trains on them: each event is to be told from those before it.
 * The last event of some users is kept for validation: never a target of training, and part of no
 * other request.
 */
final class NextSequences {
    private static final int FEWEST_TO_KEEP_ONE = 3;

    private final EncodedHistories histories;
    private final int longest;
    private final int[] ends;
    private final int[] validation;

    private NextSequences(EncodedHistories histories, int longest, int[] ends, int[] validation) {
        this.histories = histories;
        this.longest = longest;
        this.ends = ends;
        this.validation = validation;
    }

    /**
     * The sequences of a training.
     *
     * @param longest events that are read at most, the newest
     * @param validationFraction the part of the users whose last event is kept
     */
    static NextSequences of(
            EncodedHistories histories, int longest, double validationFraction, long seed) {
        int[] able =
                IntStream.range(0, histories.rows())
                        .filter(user -> histories.size(user) >= FEWEST_TO_KEEP_ONE)
                        .toArray();
        Shuffle.shuffle(able, new SplittableRandom(seed));
        int[] kept = Arrays.copyOf(able, (int) Math.round(able.length * validationFraction));
        Arrays.sort(kept);
        int[] ends = new int[histories.rows()];
        Arrays.setAll(ends, user -> histories.start(user) + histories.size(user));
        Arrays.stream(kept).forEach(user -> ends[user]--);
        return new NextSequences(histories, longest, ends, kept);
    }

    EncodedHistories histories() {
        return histories;
    }

    /** The histories without what is kept aside. */
    EncodedHistories trained() {
        int[] starts = new int[ends.length + 1];
        for (int user = 0; user < ends.length; user++) {
            starts[user + 1] = starts[user] + size(user);
        }
        int events = starts[ends.length];
        int[] others = new int[events];
        float[] values = new float[events];
        long[] times = new long[events];
        for (int user = 0; user < ends.length; user++) {
            int from = histories.start(user);
            System.arraycopy(histories.others(), from, others, starts[user], size(user));
            System.arraycopy(histories.values(), from, values, starts[user], size(user));
            System.arraycopy(histories.times(), from, times, starts[user], size(user));
        }
        return EncodedHistories.ordered(starts, others, values, times);
    }

    /** The place after the last event of a user that is trained on. */
    int end(int user) {
        return ends[user];
    }

    /** The users whose last event is kept. */
    int[] validation() {
        return validation.clone();
    }

    /** The users that have an event to train on. */
    int[] users() {
        return IntStream.range(0, ends.length).filter(user -> size(user) > 0).toArray();
    }

    private int size(int user) {
        return ends[user] - histories.start(user);
    }

    /** How many events are trained on. */
    int events() {
        return IntStream.range(0, ends.length).map(this::size).sum();
    }

    /** How many rows a user's sequence takes in training: the start, and all events but one. */
    int rows(int user) {
        return 1 + Math.min(longest, size(user) - 1);
    }

    /** How many items each item occurs among those trained on. */
    int[] counts(int items) {
        int[] counts = new int[items];
        for (int user = 0; user < ends.length; user++) {
            for (int event = histories.start(user); event < ends[user]; event++) {
                counts[histories.others()[event]]++;
            }
        }
        return counts;
    }

    /** Room for the targets of so many rows. */
    Targets targets(int capacity) {
        return new Targets(histories.others(), capacity);
    }

    /**
     * Appends a user's newest events and what comes after each.
     *
     * @param timeless how often an event does not know the time of the next
     * @param hidden a bit for each attribute that is taken for unknown
     */
    void addTraining(
            int user,
            double timeless,
            long hidden,
            SplittableRandom random,
            EventBatch batch,
            Targets targets) {
        int start = histories.start(user);
        int first = ends[user] - rows(user);
        batch.begin(user, hidden);
        if (first == start) {
            targets.add(histories.others()[first], start, start);
        } else {
            targets.addNone();
        }
        for (int event = first; event < ends[user] - 1; event++) {
            batch.add(histories, user, event, random.nextDouble() >= timeless);
            targets.add(histories.others()[event + 1], start, event + 1);
        }
        batch.end();
    }
}
