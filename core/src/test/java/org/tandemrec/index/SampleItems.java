package org.tandemrec.index;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Items by seed: vectors in clusters, keywords from a few, a year; one in ten has no field at all.
 */
final class SampleItems {
    static final List<String> COLOURS = List.of("red", "green", "blue", "deep violet");

    private static final int CLUSTERS = 20;

    private final int dimension;
    private final Random random;
    private final List<float[]> centres;

    SampleItems(long seed, int dimension) {
        this.dimension = dimension;
        this.random = new Random(seed);
        this.centres = IntStream.range(0, CLUSTERS).mapToObj(_ -> noise()).toList();
    }

    /** Items {@code item-0} and so on. */
    List<IndexedItem> items(int count) {
        return IntStream.range(0, count).mapToObj(number -> item("item-" + number)).toList();
    }

    IndexedItem item(String id) {
        return new IndexedItem(id, vector(), random.nextInt(10) == 0 ? Map.of() : fields());
    }

    /** A vector near one of the clusters' centres. */
    DenseVector vector() {
        float[] values = noise();
        float[] centre = centres.get(random.nextInt(CLUSTERS));
        for (int component = 0; component < dimension; component++) {
            values[component] = centre[component] + 0.4f * values[component];
        }
        return DenseVector.of(values);
    }

    private Map<String, FieldValue> fields() {
        Set<String> colours = Set.copyOf(COLOURS.subList(0, 1 + random.nextInt(COLOURS.size())));
        return Map.of(
                "colours", new FieldValue.Keywords(colours),
                "shape", FieldValue.Keywords.of(random.nextBoolean() ? "round" : "square"),
                "year", new FieldValue.Numeric(1950 + random.nextInt(50)));
    }

    private float[] noise() {
        float[] values = new float[dimension];
        for (int component = 0; component < dimension; component++) {
            values[component] = (float) random.nextGaussian();
        }
        return values;
    }
}
