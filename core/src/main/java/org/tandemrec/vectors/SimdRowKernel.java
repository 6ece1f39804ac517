package org.tandemrec.vectors;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Row arithmetic on the Vector API. A machine with vectors narrower than {@value Matrix#LANES}
 * floats computes the lanes of a sum in several passes over the row.
 */
final class SimdRowKernel implements RowKernel {
    private static final VectorSpecies<Float> SPECIES = SimdSpecies.WIDEST;
    private static final VectorShuffle<Float> BY_EIGHT = VectorShuffle.iota(SPECIES, 8, 1, true);
    private static final VectorShuffle<Float> BY_FOUR = VectorShuffle.iota(SPECIES, 4, 1, true);
    private static final VectorShuffle<Float> BY_TWO = VectorShuffle.iota(SPECIES, 2, 1, true);

    @Override
    public float dot(float[] left, int leftOffset, float[] right, int rightOffset, int length) {
        FloatVector sum = lanesOfDot(left, leftOffset, right, rightOffset, length, 0);
        if (SPECIES.length() < Matrix.LANES) {
            return narrowDot(left, leftOffset, right, rightOffset, length, sum);
        }
        return sumOfLanes(sum);
    }

    private static float sumOfLanes(FloatVector sum) {
        FloatVector eight = sum.add(sum.rearrange(BY_EIGHT));
        FloatVector four = eight.add(eight.rearrange(BY_FOUR));
        FloatVector two = four.add(four.rearrange(BY_TWO));
        return two.lane(0) + two.lane(1);
    }

    private static FloatVector lanesOfDot(
            float[] left, int leftOffset, float[] right, int rightOffset, int length, int lane) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int at = lane; at < length; at += Matrix.LANES) {
            FloatVector part = FloatVector.fromArray(SPECIES, left, leftOffset + at);
            sum = part.fma(FloatVector.fromArray(SPECIES, right, rightOffset + at), sum);
        }
        return sum;
    }

    private static float narrowDot(
            float[] left,
            int leftOffset,
            float[] right,
            int rightOffset,
            int length,
            FloatVector first) {
        float[] lanes = new float[Matrix.LANES];
        first.intoArray(lanes, 0);
        for (int lane = SPECIES.length(); lane < Matrix.LANES; lane += SPECIES.length()) {
            lanesOfDot(left, leftOffset, right, rightOffset, length, lane).intoArray(lanes, lane);
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
        FloatVector scales = FloatVector.broadcast(SPECIES, scale);
        for (int at = 0; at < length; at += SPECIES.length()) {
            FloatVector part = FloatVector.fromArray(SPECIES, source, sourceOffset + at);
            part.fma(scales, FloatVector.fromArray(SPECIES, target, targetOffset + at))
                    .intoArray(target, targetOffset + at);
        }
    }

    /** Four vectors of the sum at a time stay in registers while all source rows pass by. */
    @Override
    public void addAll(
            float[] target,
            int targetOffset,
            float[] source,
            int[] sourceOffsets,
            int count,
            int length) {
        int at = 0;
        for (; at + 4 * SPECIES.length() <= length; at += 4 * SPECIES.length()) {
            addFourVectors(target, targetOffset + at, source, sourceOffsets, count, at);
        }
        for (; at < length; at += SPECIES.length()) {
            addVector(target, targetOffset + at, source, sourceOffsets, count, at);
        }
    }

    private static void addFourVectors(
            float[] target, int targetAt, float[] source, int[] offsets, int count, int at) {
        int width = SPECIES.length();
        FloatVector first = FloatVector.fromArray(SPECIES, target, targetAt);
        FloatVector second = FloatVector.fromArray(SPECIES, target, targetAt + width);
        FloatVector third = FloatVector.fromArray(SPECIES, target, targetAt + 2 * width);
        FloatVector fourth = FloatVector.fromArray(SPECIES, target, targetAt + 3 * width);
        for (int row = 0; row < count; row++) {
            int from = offsets[row] + at;
            first = first.add(FloatVector.fromArray(SPECIES, source, from));
            second = second.add(FloatVector.fromArray(SPECIES, source, from + width));
            third = third.add(FloatVector.fromArray(SPECIES, source, from + 2 * width));
            fourth = fourth.add(FloatVector.fromArray(SPECIES, source, from + 3 * width));
        }
        first.intoArray(target, targetAt);
        second.intoArray(target, targetAt + width);
        third.intoArray(target, targetAt + 2 * width);
        fourth.intoArray(target, targetAt + 3 * width);
    }

    private static void addVector(
            float[] target, int targetAt, float[] source, int[] offsets, int count, int at) {
        FloatVector sum = FloatVector.fromArray(SPECIES, target, targetAt);
        for (int row = 0; row < count; row++) {
            sum = sum.add(FloatVector.fromArray(SPECIES, source, offsets[row] + at));
        }
        sum.intoArray(target, targetAt);
    }

    @Override
    public float max(float[] values, int offset, int length) {
        FloatVector max = FloatVector.fromArray(SPECIES, values, offset);
        for (int at = SPECIES.length(); at < length; at += SPECIES.length()) {
            max = max.max(FloatVector.fromArray(SPECIES, values, offset + at));
        }
        return max.reduceLanes(VectorOperators.MAX);
    }

    @Override
    public float exponentials(float[] values, int offset, int length, float shift) {
        FloatVector sum = lanesOfExponentials(values, offset, length, shift, 0);
        if (SPECIES.length() == Matrix.LANES) {
            return sumOfLanes(sum);
        }
        float[] lanes = new float[Matrix.LANES];
        sum.intoArray(lanes, 0);
        for (int lane = SPECIES.length(); lane < Matrix.LANES; lane += SPECIES.length()) {
            lanesOfExponentials(values, offset, length, shift, lane).intoArray(lanes, lane);
        }
        return Rows.sumOfLanes(lanes);
    }

    private static FloatVector lanesOfExponentials(
            float[] values, int offset, int length, float shift, int lane) {
        FloatVector sum = FloatVector.zero(SPECIES);
        for (int at = offset + lane; at < offset + length; at += Matrix.LANES) {
            FloatVector x = FloatVector.fromArray(SPECIES, values, at).sub(shift);
            FloatVector exponential = ExponentialSimd.of(x);
            exponential.intoArray(values, at);
            sum = sum.add(exponential);
        }
        return sum;
    }

    @Override
    public void softmaxSlopes(
            float[] slopes, int offset, float[] shares, int sharesOffset, float along, int length) {
        for (int at = 0; at < length; at += SPECIES.length()) {
            FloatVector share = FloatVector.fromArray(SPECIES, shares, sharesOffset + at);
            FloatVector.fromArray(SPECIES, slopes, offset + at)
                    .sub(along)
                    .mul(share)
                    .intoArray(slopes, offset + at);
        }
    }

    @Override
    public void adam(AdamStep step, AdamRow row, float[] gradient, int gradientOffset, int length) {
        float[] values = row.values().values();
        float[] firsts = row.firstMoments().values();
        float[] seconds = row.secondMoments().values();
        for (int at = 0; at < length; at += SPECIES.length()) {
            int position = row.offset() + at;
            FloatVector slope = FloatVector.fromArray(SPECIES, gradient, gradientOffset + at);
            FloatVector first =
                    slope.lanewise(
                            VectorOperators.FMA,
                            FloatVector.broadcast(SPECIES, 1 - step.firstDecay()),
                            FloatVector.fromArray(SPECIES, firsts, position)
                                    .mul(step.firstDecay()));
            FloatVector second =
                    slope.mul(slope)
                            .lanewise(
                                    VectorOperators.FMA,
                                    FloatVector.broadcast(SPECIES, 1 - step.secondDecay()),
                                    FloatVector.fromArray(SPECIES, seconds, position)
                                            .mul(step.secondDecay()));
            first.intoArray(firsts, position);
            second.intoArray(seconds, position);
            FloatVector move = first.mul(step.size()).div(second.sqrt().add(step.epsilon()));
            FloatVector.fromArray(SPECIES, values, position)
                    .mul(step.keep())
                    .sub(move)
                    .intoArray(values, position);
        }
    }
}
