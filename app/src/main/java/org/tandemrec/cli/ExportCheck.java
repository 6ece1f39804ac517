package org.tandemrec.cli;

import org.tandemrec.vectors.Matrix;

/** Whether an exported tower gives the vectors that the trainer gave. */
final class ExportCheck {
    private static final float ABSOLUTE = 1e-4f;
    private static final float OF_LARGEST = 1e-5f;

    private ExportCheck() {}

    /**
     * Compares all vectors.
     *
     * @param tower its name, for the message
     * @param exported row by row, as many as were trained and as wide
     * @throws IllegalStateException where a component differs by more than 1e-4 and by more than a
     *     hundred-thousandth of the largest of its row: single precision cannot keep to the first
     *     where numbers are large
     */
    static void check(String tower, Matrix trained, float[] exported) {
        for (int row = 0; row < trained.rows(); row++) {
            float tolerance = Math.max(ABSOLUTE, OF_LARGEST * largest(trained, row));
            for (int column = 0; column < trained.columns(); column++) {
                float found = exported[row * trained.columns() + column];
                float expected = trained.at(row, column);
                if (!(Math.abs(found - expected) <= tolerance)) {
                    throw new IllegalStateException(
                            "%s tower: the exported model gives %s at row %d, component %d, training gave %s"
                                    .formatted(tower, found, row, column, expected));
                }
            }
        }
    }

    private static float largest(Matrix matrix, int row) {
        float largest = 0;
        for (int column = 0; column < matrix.columns(); column++) {
            largest = Math.max(largest, Math.abs(matrix.at(row, column)));
        }
        return largest;
    }
}
