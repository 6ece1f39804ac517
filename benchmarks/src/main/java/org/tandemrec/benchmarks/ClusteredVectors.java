package org.tandemrec.benchmarks;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tandemrec.index.DenseVector;

/**
 * Vectors of length 1 with the structure that trained ones have: a few hundred clusters, noise in a
 * few directions that all of them share, and a little in every direction. On isotropic noise every
 * approximate index fails alike, which says nothing.
 */
final class ClusteredVectors {
    private static final int CLUSTERS = 300;
    private static final int SHARED_DIRECTIONS = 24;
    private static final float SHARED_NOISE = 0.25f;
    private static final float OWN_NOISE = 0.15f;

    private final Random random;
    private final int dimension;
    private final List<float[]> centres;
    private final List<float[]> directions;

    ClusteredVectors(long seed, int dimension) {
        this.random = new Random(seed);
        this.dimension = dimension;
        this.centres = Stream.generate(this::noise).limit(CLUSTERS).toList();
        this.directions = Stream.generate(this::noise).limit(SHARED_DIRECTIONS).toList();
    }

    List<DenseVector> next(int count) {
        return IntStream.range(0, count).mapToObj(_ -> next()).toList();
    }

    private DenseVector next() {
        float[] values = noise();
        scale(values, OWN_NOISE);
        addScaled(values, centres.get(random.nextInt(CLUSTERS)), 1);
        for (float[] direction : directions) {
            addScaled(values, direction, SHARED_NOISE * (float) random.nextGaussian());
        }
        scale(values, 1 / length(values));
        return DenseVector.of(values);
    }

    private float[] noise() {
        float[] values = new float[dimension];
        for (int component = 0; component < dimension; component++) {
            values[component] = (float) random.nextGaussian();
        }
        return values;
    }

    private static void addScaled(float[] values, float[] other, float factor) {
        for (int component = 0; component < values.length; component++) {
            values[component] += factor * other[component];
        }
    }

    private static void scale(float[] values, float factor) {
        for (int component = 0; component < values.length; component++) {
            values[component] *= factor;
        }
    }

    private static float length(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += value * value;
        }
        return (float) Math.sqrt(squares);
    }
}
