package org.tandemrec.reading.sample;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Random numbers that are the same on every machine: the algorithm L64X128MixRandom by name, and
 * nothing computed from them that a platform may round in its own way. Not safe for threads.
 */
final class Dice {
    /** Odd, so that each stream of a seed starts elsewhere: the golden ratio in 64 bits. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private final RandomGenerator generator;

    /**
     * A stream of its own.
     *
     * @param seed of the whole
     * @param stream which of the seed's streams; two of them never begin alike
     */
    Dice(long seed, long stream) {
        this.generator = FACTORY.create(seed + stream * GOLDEN);
    }

    /** From 0 to below 1. */
    double fraction() {
        return (generator.nextLong() >>> 11) * 0x1p-53;
    }

    /** From 0 to below the bound. */
    int below(int bound) {
        return (int) (fraction() * bound);
    }

    /** Normally distributed with mean 0 and deviation 1 (Box and Muller 1958). */
    double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - fraction()));
        return radius * StrictMath.cos(2 * StrictMath.PI * fraction());
    }

    /** Which of the shares a draw falls into; the shares add up to 1. */
    int among(double[] shares) {
        double drawn = fraction();
        for (int position = 0; position < shares.length - 1; position++) {
            drawn -= shares[position];
            if (drawn < 0) {
                return position;
            }
        }
        return shares.length - 1;
    }
}
