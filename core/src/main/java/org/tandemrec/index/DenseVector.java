package org.tandemrec.index;

import java.util.Arrays;
import java.util.OptionalInt;
import org.tandemrec.vectors.RowScan;

/**
 * An immutable vector of floats: an item's place, or a question. Safe for use by any number of
 * threads.
 */
public final class DenseVector {
    private final float[] values;

    private DenseVector(float[] values) {
        this.values = values;
    }

    /** A vector of these values, copied. */
    public static DenseVector of(float... values) {
        return new DenseVector(values.clone());
    }

    public int dimension() {
        return values.length;
    }

    /** The component at a position from 0. */
    public float at(int component) {
        return values[component];
    }

    /** A copy of the components. */
    public float[] toArray() {
        return values.clone();
    }

    /**
     * The inner product with a vector of the same dimension, summed in the order of the components.
     */
    public float dot(DenseVector other) {
        if (other.values.length != values.length) {
            throw new IllegalArgumentException(
                    "vectors of %d and %d dimensions have no inner product"
                            .formatted(values.length, other.values.length));
        }
        return RowScan.dot(values, other.values);
    }

    /** The components themselves, for reading only. */
    float[] values() {
        return values;
    }

    OptionalInt firstNonFinite() {
        for (int component = 0; component < values.length; component++) {
            if (!Float.isFinite(values[component])) {
                return OptionalInt.of(component);
            }
        }
        return OptionalInt.empty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DenseVector that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "DenseVector of %d dimensions".formatted(values.length);
    }
}
