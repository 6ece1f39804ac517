package org.tandemrec.milvus;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.tandemrec.index.DenseVector;
import org.tandemrec.index.ExactIndex;
import org.tandemrec.index.FieldValue;
import org.tandemrec.index.IndexedItem;
import org.tandemrec.index.VectorIndex;

/** Items by seed, and an exact index of them to compare with. */
final class Items {
    static final int DIMENSION = 8;

    private Items() {}

    static DenseVector vector(Random random) {
        float[] values = new float[DIMENSION];
        for (int component = 0; component < DIMENSION; component++) {
            values[component] = (float) random.nextGaussian();
        }
        return DenseVector.of(values);
    }

    /** Items {@code item-0} and so on, with a year and a country. */
    static List<IndexedItem> some(int count, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(
                        number ->
                                new IndexedItem(
                                        "item-" + number,
                                        vector(random),
                                        Map.of(
                                                "year",
                                                new FieldValue.Numeric(1950 + number % 50),
                                                "country",
                                                FieldValue.Keywords.of("land " + number % 5))))
                .toList();
    }

    /** Items whose scores with a vector of ones fall as their numbers rise. */
    static List<IndexedItem> falling(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        number ->
                                new IndexedItem(
                                        "item-" + number, constant(count - number), Map.of()))
                .toList();
    }

    static DenseVector constant(float value) {
        float[] values = new float[DIMENSION];
        Arrays.fill(values, value);
        return DenseVector.of(values);
    }

    static VectorIndex exact(List<IndexedItem> items) {
        VectorIndex exact = ExactIndex.inMemory("v1", DIMENSION);
        exact.put(items);
        exact.commit();
        return exact;
    }
}
