package org.tandemrec.vectors;

/** Row arithmetic without SIMD: the twin that defines the bits. */
final class PlainRowKernel implements RowKernel {
    @Override
    public float dot(float[] left, int leftOffset, float[] right, int rightOffset, int length) {
        float[] lanes = new float[Matrix.LANES];
        for (int at = 0; at < length; at += Matrix.LANES) {
            for (int lane = 0; lane < Matrix.LANES; lane++) {
                int position = at + lane;
                lanes[lane] =
                        Math.fma(
                                left[leftOffset + position],
                                right[rightOffset + position],
                                lanes[lane]);
            }
        }
        return Rows.sumOfLanes(lanes);
    }

    @Override
    public void addScaled(
            float[] target,
            int targetOffset,
            float scale,
            float[] source,
            int sourceOffset,
            int length) {
        for (int at = 0; at < length; at++) {
            target[targetOffset + at] =
                    Math.fma(scale, source[sourceOffset + at], target[targetOffset + at]);
        }
    }

    @Override
    public float max(float[] values, int offset, int length) {
        float max = values[offset];
        for (int at = 1; at < length; at++) {
            max = Math.max(max, values[offset + at]);
        }
        return max;
    }

    @Override
    public float exponentials(float[] values, int offset, int length, float shift) {
        float[] lanes = new float[Matrix.LANES];
        for (int at = 0; at < length; at++) {
            float exponential = Exponential.of(values[offset + at] - shift);
            values[offset + at] = exponential;
            lanes[at % Matrix.LANES] += exponential;
        }
        return Rows.sumOfLanes(lanes);
    }

    @Override
    public void softmaxSlopes(
            float[] slopes, int offset, float[] shares, int sharesOffset, float along, int length) {
        for (int at = 0; at < length; at++) {
            slopes[offset + at] = shares[sharesOffset + at] * (slopes[offset + at] - along);
        }
    }

    @Override
    public void addAll(
            float[] target,
            int targetOffset,
            float[] source,
            int[] sourceOffsets,
            int count,
            int length) {
        for (int row = 0; row < count; row++) {
            for (int at = 0; at < length; at++) {
                target[targetOffset + at] += source[sourceOffsets[row] + at];
            }
        }
    }

    @Override
    public void adam(AdamStep step, AdamRow row, float[] gradient, int gradientOffset, int length) {
        for (int at = 0; at < length; at++) {
            adam(step, row, row.offset() + at, gradient[gradientOffset + at]);
        }
    }

    private static void adam(AdamStep step, AdamRow row, int at, float gradient) {
        float[] values = row.values().values();
        float[] firsts = row.firstMoments().values();
        float[] seconds = row.secondMoments().values();
        float first = Math.fma(1 - step.firstDecay(), gradient, firsts[at] * step.firstDecay());
        float second =
                Math.fma(
                        gradient * gradient,
                        1 - step.secondDecay(),
                        seconds[at] * step.secondDecay());
        firsts[at] = first;
        seconds[at] = second;
        float move = first * step.size() / ((float) Math.sqrt(second) + step.epsilon());
        values[at] = values[at] * step.keep() - move;
    }
}
