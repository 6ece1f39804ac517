package org.tandemrec.towers;

import java.util.Optional;
import java.util.SplittableRandom;
import org.tandemrec.layers.Dropout;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/** The chance of a training step; none outside training. */
public final class Chance {
    private final Optional<SplittableRandom> random;

    private Chance(Optional<SplittableRandom> random) {
        this.random = random;
    }

    /** Drops numbers, the same for the same seed. */
    public static Chance of(long seed) {
        return new Chance(Optional.of(new SplittableRandom(seed)));
    }

    /** Drops nothing. */
    public static Chance none() {
        return new Chance(Optional.empty());
    }

    void drop(Dropout dropout, Matrix numbers, Workers workers) {
        random.ifPresent(source -> dropout.forward(numbers, source.nextLong(), workers));
    }
}
