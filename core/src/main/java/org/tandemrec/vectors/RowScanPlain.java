package org.tandemrec.vectors;

import java.util.Arrays;

/** Scores a tile in plain Java: the twin of {@link RowScanSimd}. */
final class RowScanPlain {
    private RowScanPlain() {}

    static void scores(RowScanMatrix matrix, int tile, float[] query, float[] scores) {
        float[] tiles = matrix.tiles();
        int offset = tile * RowScanMatrix.TILE * matrix.dimension();
        Arrays.fill(scores, 0, RowScanMatrix.TILE, 0f);
        for (float value : query) {
            addScaled(tiles, offset, value, scores);
            offset += RowScanMatrix.TILE;
        }
    }

    private static void addScaled(float[] tiles, int offset, float value, float[] scores) {
        for (int lane = 0; lane < RowScanMatrix.TILE; lane++) {
            scores[lane] = Math.fma(tiles[offset + lane], value, scores[lane]);
        }
    }
}
