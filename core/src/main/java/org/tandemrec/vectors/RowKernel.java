package org.tandemrec.vectors;

/** What {@link Rows} needs of a machine; both implementations give the same bits. */
sealed interface RowKernel permits SimdRowKernel, PlainRowKernel {
    float dot(float[] left, int leftOffset, float[] right, int rightOffset, int length);

    void addScaled(
            float[] target,
            int targetOffset,
            float scale,
            float[] source,
            int sourceOffset,
            int length);

    float max(float[] values, int offset, int length);

    float exponentials(float[] values, int offset, int length, float shift);

    void softmaxSlopes(
            float[] slopes, int offset, float[] shares, int sharesOffset, float along, int length);

    void addAll(
            float[] target,
            int targetOffset,
            float[] source,
            int[] sourceOffsets,
            int count,
            int length);

    void adam(AdamStep step, AdamRow row, float[] gradient, int gradientOffset, int length);
}
