package org.tandemrec.training;

import java.util.SplittableRandom;

/** Puts numbers into a random order (Fisher and Yates). */
final class Shuffle {
    private Shuffle() {}

    static void shuffle(int[] numbers, SplittableRandom random) {
        for (int last = numbers.length - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            int number = numbers[last];
            numbers[last] = numbers[other];
            numbers[other] = number;
        }
    }
}
