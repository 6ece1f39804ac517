package org.tandemrec.towers;

import java.util.SplittableRandom;

/**
 * Chance that replaces what a tower reads by the unknown now and then, so that the unknown is
 * trained as well.
 */
public final class Hiding {
    private final double idRate;
    private final double attributeRate;
    private final SplittableRandom random;

    /**
     * Hiding at these rates.
     *
     * @param idRate how often an id is hidden, from 0 to below 1
     * @param attributeRate how often any other field is
     */
    public Hiding(double idRate, double attributeRate, SplittableRandom random) {
        this.idRate = idRate;
        this.attributeRate = attributeRate;
        this.random = random;
    }

    /** Hides nothing. */
    public static Hiding nothing() {
        return new Hiding(0, 0, new SplittableRandom(0));
    }

    boolean hidesId() {
        return idRate > 0 && random.nextDouble() < idRate;
    }

    boolean hidesAttribute() {
        return attributeRate > 0 && random.nextDouble() < attributeRate;
    }
}
