package org.tandemrec.cli;

import org.tandemrec.embeddings.Embedder;
import org.tandemrec.model.BundleContents;
import org.tandemrec.training.TrainedTowers;
import org.tandemrec.vectors.Matrix;

/**
 * A model that was just trained.
 *
 * @param contents of its bundle
 * @param towers as they were trained, with the trainer's own vectors
 */
record TrainedModel(BundleContents contents, TrainedTowers towers) {
    private static final double TOLERANCE = 1e-4;

    /**
     * Checks that ONNX Runtime gives the trainer's vectors for all users and items.
     *
     * @throws IllegalStateException where a component differs by more than 1e-4
     */
    void checkExport(Embedder embedder) {
        check("user", towers.userVectors(), embedder.users());
        check("item", towers.itemVectors(), embedder.items());
    }

    private static void check(String tower, Matrix trained, float[] exported) {
        for (int row = 0; row < trained.rows(); row++) {
            for (int column = 0; column < trained.columns(); column++) {
                float found = exported[row * trained.columns() + column];
                float expected = trained.at(row, column);
                if (!(Math.abs(found - expected) <= TOLERANCE)) {
                    throw new IllegalStateException(
                            "%s tower: the exported model gives %s at row %d, component %d, training gave %s"
                                    .formatted(tower, found, row, column, expected));
                }
            }
        }
    }
}
