package org.tandemrec.training;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tandemrec.features.EncodedInteractions;

/**
 * Interactions cut by chance into those to train on and those to choose the best epoch by. At least
 * one is left to train on.
 *
 * @param training to learn from
 * @param validation kept aside
 */
record ValidationSplit(EncodedInteractions training, EncodedInteractions validation) {
    static ValidationSplit of(EncodedInteractions interactions, double fraction, long seed) {
        int[] order = IntStream.range(0, interactions.size()).toArray();
        Shuffle.shuffle(order, new SplittableRandom(seed));
        int kept = (int) Math.min(order.length - 1L, Math.round(order.length * fraction));
        int[] validation = Arrays.copyOf(order, kept);
        int[] training = Arrays.copyOfRange(order, kept, order.length);
        Arrays.sort(validation);
        Arrays.sort(training);
        return new ValidationSplit(interactions.select(training), interactions.select(validation));
    }

    /** The same interactions with none of them kept aside. */
    ValidationSplit undone(EncodedInteractions all) {
        return new ValidationSplit(all, all.select(new int[0]));
    }
}
