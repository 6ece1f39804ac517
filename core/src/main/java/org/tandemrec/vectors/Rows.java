package org.tandemrec.vectors;

/**
 * Arithmetic on single rows. Lengths are multiples of {@link Matrix#LANES}, as padded rows are.
 * Sums run in {@value Matrix#LANES} lanes that are added by a fixed tree, so they have the same
 * bits on machines of every vector width and without SIMD.
 */
public final class Rows {
    private static final RowKernel KERNEL =
            Simd.available() ? new SimdRowKernel() : new PlainRowKernel();

    private Rows() {}

    /** The inner product of two rows. */
    public static float dot(
            float[] left, int leftOffset, float[] right, int rightOffset, int length) {
        return KERNEL.dot(left, leftOffset, right, rightOffset, length);
    }

    /** Adds {@code scale} times the source row to the target row. */
    public static void addScaled(
            float[] target,
            int targetOffset,
            float scale,
            float[] source,
            int sourceOffset,
            int length) {
        KERNEL.addScaled(target, targetOffset, scale, source, sourceOffset, length);
    }

    /** The highest number of a row. */
    public static float max(float[] values, int offset, int length) {
        return KERNEL.max(values, offset, length);
    }

    /**
     * Replaces every number x of a row by {@code exp(x - shift)}, within 2e-7 of its size; below
     * -87 it is 0. The differences must lie below 88.
     *
     * @return the sum of the row
     */
    public static float exponentials(float[] values, int offset, int length, float shift) {
        return KERNEL.exponentials(values, offset, length, shift);
    }

    /** {@code exp(x)} of one number, as {@link #exponentials} gives it. */
    public static float exponential(float x) {
        return Exponential.of(x);
    }

    /**
     * Goes back through a softmax: replaces every slope by {@code share * (slope - along)}.
     *
     * @param slopes by the shares; become those by what the softmax was taken of
     * @param along the inner product of slopes and shares
     */
    public static void softmaxSlopes(
            float[] slopes, int offset, float[] shares, int sharesOffset, float along, int length) {
        KERNEL.softmaxSlopes(slopes, offset, shares, sharesOffset, along, length);
    }

    /**
     * Adds many source rows to the target row, one after the other in the order given.
     *
     * @param sourceOffsets where each source row begins
     * @param count how many of the offsets are read
     */
    public static void addAll(
            float[] target,
            int targetOffset,
            float[] source,
            int[] sourceOffsets,
            int count,
            int length) {
        KERNEL.addAll(target, targetOffset, source, sourceOffsets, count, length);
    }

    /** Takes one step of Adam on a row, given the loss's gradient by the row's values. */
    public static void adam(
            AdamStep step, AdamRow row, float[] gradient, int gradientOffset, int length) {
        KERNEL.adam(step, row, gradient, gradientOffset, length);
    }

    /** Adds the upper half of the lanes to the lower half until one is left. */
    static float sumOfLanes(float[] lanes) {
        for (int half = lanes.length / 2; half > 0; half /= 2) {
            for (int lane = 0; lane < half; lane++) {
                lanes[lane] += lanes[lane + half];
            }
        }
        return lanes[0];
    }
}
