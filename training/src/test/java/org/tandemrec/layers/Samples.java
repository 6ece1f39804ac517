package org.tandemrec.layers;

import org.tandemrec.vectors.Matrix;

/** Inputs for the tests. */
final class Samples {
    private Samples() {}

    static Matrix random(int rows, int columns, long seed) {
        return Start.normal(rows, columns, 1, seed);
    }

    static Codes singles(int... codes) {
        Codes result = Codes.singles(codes.length);
        for (int at = 0; at < codes.length; at++) {
            result.add(codes, at);
        }
        return result;
    }

    static Codes lists(int[]... rows) {
        Codes result = Codes.lists(rows.length, rows[0].length);
        for (int[] row : rows) {
            result.add(row, 0);
        }
        return result;
    }
}
