package org.tandemrec.vectors;

import java.util.SplittableRandom;

/** Matrices of numbers between -1 and 1, the same for the same seed. */
final class RandomMatrix {
    private RandomMatrix() {}

    static Matrix of(int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Matrix matrix = Matrix.zeros(rows, columns);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                matrix.set(row, column, (float) random.nextDouble(-1, 1));
            }
        }
        return matrix;
    }
}
