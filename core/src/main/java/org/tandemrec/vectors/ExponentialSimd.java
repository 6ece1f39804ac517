package org.tandemrec.vectors;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link Exponential} on the Vector API, with the same bits. */
final class ExponentialSimd {
    private static final VectorSpecies<Float> SPECIES = SimdSpecies.WIDEST;

    private ExponentialSimd() {}

    /** e to each x, all below 88; 0 below -87. */
    static FloatVector of(FloatVector x) {
        FloatVector shifted = x.fma(broadcast(Exponential.LOG2_E), broadcast(Exponential.ROUNDER));
        FloatVector n = shifted.sub(Exponential.ROUNDER);
        FloatVector r =
                n.fma(broadcast(-Exponential.LN2_LOW), n.fma(broadcast(-Exponential.LN2_HIGH), x));
        FloatVector sum = r.fma(broadcast(Exponential.C7), broadcast(Exponential.C6));
        sum = sum.fma(r, broadcast(Exponential.C5));
        sum = sum.fma(r, broadcast(Exponential.C4));
        sum = sum.fma(r, broadcast(Exponential.C3));
        sum = sum.fma(r, broadcast(Exponential.C2));
        sum = sum.fma(r.mul(r), r).add(1);
        IntVector power =
                shifted.reinterpretAsInts()
                        .lanewise(VectorOperators.LSHL, Exponential.MANTISSA_BITS)
                        .add(Exponential.ONE);
        return sum.mul(power.reinterpretAsFloats())
                .blend(0, x.compare(VectorOperators.LT, Exponential.LOWEST));
    }

    private static FloatVector broadcast(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }
}
