package org.tandemrec.towers;

import org.tandemrec.vectors.Matrix;

/**
 * What a {@link HistoryTower} has learned.
 *
 * @param layer from a history to the hidden numbers
 * @param output from the hidden numbers to the vector
 * @param outputBase added to every vector, one row
 * @param rowBiases one for each row it was trained on
 * @param biasColumn of the vector, where the row's bias is added
 */
public record TrainedHistory(
        TrainedLayer layer, Matrix output, Matrix outputBase, Matrix rowBiases, int biasColumn) {}
