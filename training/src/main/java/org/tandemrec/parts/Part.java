package org.tandemrec.parts;

import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * Some dimensions of the vectors of users and items; its share of a score is their inner product.
 * An item has its dimensions by its row, a user by codes and history. Immutable.
 */
public interface Part {
    /** How many dimensions. */
    int width();

    /** The items' dimensions, row by row, the unknown item first. */
    Matrix items();

    /**
     * The users' dimensions, row by row.
     *
     * @param users as codes
     * @param histories of the same rows
     */
    Matrix users(EncodedTable users, EncodedHistories histories, Workers workers);

    /** The users' dimensions in a graph: float [N, width]. */
    OnnxValue onnx(OnnxGraph graph, UserInputs inputs);
}
