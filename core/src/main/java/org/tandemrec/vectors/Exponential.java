package org.tandemrec.vectors;

/**
 * The exponential function: x is split into n ln 2 + r, e to the r is a polynomial (the
 * coefficients of Moshier's Cephes library, expf), and n goes into the exponent's bits. Fused
 * multiply-adds alone, so {@link ExponentialSimd} gives the same bits.
 */
final class Exponential {
    static final float LOWEST = -87;
    static final float LOG2_E = 1.442695f;
    // Adding it leaves the nearest whole number in the lowest bits.
    static final float ROUNDER = 12_582_912f;
    static final float LN2_HIGH = 0.6933594f;
    static final float LN2_LOW = -2.1219444e-4f;
    static final float C2 = 0.5f;
    static final float C3 = 0.16666666f;
    static final float C4 = 0.041665796f;
    static final float C5 = 0.008333452f;
    static final float C6 = 0.0013981999f;
    static final float C7 = 0.00019875691f;
    static final int MANTISSA_BITS = 23;
    static final int ONE = 0x3F800000;

    private Exponential() {}

    /** e to the x, for x below 88; 0 below -87. */
    static float of(float x) {
        float shifted = Math.fma(x, LOG2_E, ROUNDER);
        float n = shifted - ROUNDER;
        float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
        float sum = Math.fma(C7, r, C6);
        sum = Math.fma(sum, r, C5);
        sum = Math.fma(sum, r, C4);
        sum = Math.fma(sum, r, C3);
        sum = Math.fma(sum, r, C2);
        sum = Math.fma(sum, r * r, r) + 1;
        int power = (Float.floatToRawIntBits(shifted) << MANTISSA_BITS) + ONE;
        return x < LOWEST ? 0 : sum * Float.intBitsToFloat(power);
    }
}
