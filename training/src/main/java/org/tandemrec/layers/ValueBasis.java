package org.tandemrec.layers;

import java.util.Arrays;

/**
 * The values of a scale as a few numbers each: polynomials of degree 0, 1, 2 ... that are
 * orthogonal over the scale's levels and have a mean square of 1 there (discrete Chebyshev
 * polynomials where the levels are evenly spaced). The first is always 1; a scale of n levels has n
 * of them at most.
 */
public final class ValueBasis {
    private final float[] levels;
    private final double middle;
    private final double half;
    private final double[][] polynomials;
    private final float[][] numbers;

    /**
     * A basis over these levels.
     *
     * @param levels ascending, at least one
     * @param size how many numbers a value becomes at most, at least 1
     */
    public ValueBasis(float[] levels, int size) {
        this.levels = levels.clone();
        this.middle = (levels[0] + levels[levels.length - 1]) / 2.0;
        this.half = Math.max(1e-6, (levels[levels.length - 1] - levels[0]) / 2.0);
        this.polynomials = new double[Math.min(size, levels.length)][];
        for (int degree = 0; degree < polynomials.length; degree++) {
            polynomials[degree] = polynomial(degree);
        }
        this.numbers = new float[levels.length][polynomials.length];
        for (int level = 0; level < levels.length; level++) {
            for (int degree = 0; degree < polynomials.length; degree++) {
                numbers[level][degree] = (float) valueOf(polynomials[degree], at(level));
            }
        }
    }

    /** Gram and Schmidt's method, begun at the power of that degree. */
    private double[] polynomial(int degree) {
        double[] polynomial = new double[degree + 1];
        polynomial[degree] = 1;
        for (int lower = 0; lower < degree; lower++) {
            double overlap = meanProduct(polynomial, polynomials[lower]);
            for (int power = 0; power <= lower; power++) {
                polynomial[power] -= overlap * polynomials[lower][power];
            }
        }
        double scale = 1 / Math.sqrt(meanProduct(polynomial, polynomial));
        return Arrays.stream(polynomial).map(part -> part * scale).toArray();
    }

    private double meanProduct(double[] left, double[] right) {
        double sum = 0;
        for (int level = 0; level < levels.length; level++) {
            sum += valueOf(left, at(level)) * valueOf(right, at(level));
        }
        return sum / levels.length;
    }

    /** Horner's method. */
    private static double valueOf(double[] polynomial, double at) {
        double value = 0;
        for (int power = polynomial.length - 1; power >= 0; power--) {
            value = value * at + polynomial[power];
        }
        return value;
    }

    /** A level moved to where the lowest is -1 and the highest 1. */
    private double at(int level) {
        return (levels[level] - middle) / half;
    }

    /** How many numbers a value becomes. */
    public int size() {
        return polynomials.length;
    }

    /** How many levels the scale has. */
    public int levels() {
        return levels.length;
    }

    /** A number of a level. */
    public float at(int level, int number) {
        return numbers[level][number];
    }

    /** The level nearest to a value; of two as near, the lower one. */
    public int levelOf(float value) {
        int nearest = 0;
        for (int level = 1; level < levels.length; level++) {
            if (Math.abs(levels[level] - value) < Math.abs(levels[nearest] - value)) {
                nearest = level;
            }
        }
        return nearest;
    }

    /** Between each level and the next, the highest value that belongs to the lower one. */
    public float[] bounds() {
        float[] bounds = new float[levels.length - 1];
        for (int level = 0; level < bounds.length; level++) {
            bounds[level] = (levels[level] + levels[level + 1]) / 2;
        }
        return bounds;
    }
}
