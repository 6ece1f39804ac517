package org.tandemrec.vectors;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Scores a tile through the Vector API, in strips of four vectors; right for every width up to 512
 * bits.
 */
final class RowScanSimd {
    private static final VectorSpecies<Float> SPECIES =
            FloatVector.SPECIES_PREFERRED.length() > 16
                    ? FloatVector.SPECIES_512
                    : FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int STRIP = 4 * LANES;

    private RowScanSimd() {}

    static void scores(RowScanMatrix matrix, int tile, float[] query, float[] scores) {
        int start = tile * RowScanMatrix.TILE * matrix.dimension();
        for (int lane = 0; lane < RowScanMatrix.TILE; lane += STRIP) {
            strip(matrix.tiles(), start + lane, query, scores, lane);
        }
    }

    private static void strip(float[] tiles, int start, float[] query, float[] scores, int lane) {
        FloatVector first = FloatVector.zero(SPECIES);
        FloatVector second = FloatVector.zero(SPECIES);
        FloatVector third = FloatVector.zero(SPECIES);
        FloatVector fourth = FloatVector.zero(SPECIES);
        int offset = start;
        for (float value : query) {
            FloatVector scale = FloatVector.broadcast(SPECIES, value);
            first = FloatVector.fromArray(SPECIES, tiles, offset).fma(scale, first);
            second = FloatVector.fromArray(SPECIES, tiles, offset + LANES).fma(scale, second);
            third = FloatVector.fromArray(SPECIES, tiles, offset + 2 * LANES).fma(scale, third);
            fourth = FloatVector.fromArray(SPECIES, tiles, offset + 3 * LANES).fma(scale, fourth);
            offset += RowScanMatrix.TILE;
        }
        first.intoArray(scores, lane);
        second.intoArray(scores, lane + LANES);
        third.intoArray(scores, lane + 2 * LANES);
        fourth.intoArray(scores, lane + 3 * LANES);
    }
}
