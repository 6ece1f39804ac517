package org.tandemrec.vectors;

/** Inner products of one query with the rows of a {@link RowScanMatrix}, a tile at a time. */
public final class RowScan {
    /** Tiles that a process scores in plain Java before it turns to SIMD: see {@link #scores}. */
    private static final int PLAIN_TILES = 4_096;

    private static int plainTilesLeft = PLAIN_TILES;

    private RowScan() {}

    /**
     * Writes the inner products of the query with the 64 rows of a tile. SIMD where the Vector API
     * is present, else plain Java; both give the same bits. A process starts with the plain form,
     * because the interpreter runs it a hundred times faster than the Vector API's, and a command
     * that asks one question never gets beyond the interpreter.
     *
     * @param query as many values as the matrix has dimensions
     * @param scores receives 64 inner products, those of rows past the last one being zero
     */
    public static void scores(RowScanMatrix matrix, int tile, float[] query, float[] scores) {
        if (Simd.available() && isWarm()) {
            RowScanSimd.scores(matrix, tile, query, scores);
        } else {
            RowScanPlain.scores(matrix, tile, query, scores);
        }
    }

    /**
     * The inner product of two vectors, in the order in which {@link #scores} sums: the same bits.
     */
    public static float dot(float[] left, float[] right) {
        float sum = 0;
        for (int component = 0; component < left.length; component++) {
            sum = Math.fma(left[component], right[component], sum);
        }
        return sum;
    }

    // A race here only moves the moment of the turn, which no answer shows.
    private static boolean isWarm() {
        int left = plainTilesLeft;
        if (left > 0) {
            plainTilesLeft = left - 1;
        }
        return left <= 0;
    }
}
