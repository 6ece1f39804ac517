package org.tandemrec.regression;

import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/** A matrix as {@link LowRank} needs it: something that multiplies thin matrices. */
interface LinearMap {
    int rows();

    int columns();

    /** This matrix times a dense one of {@link #columns()} rows: a new matrix. */
    Matrix times(Matrix right, Workers workers);

    /** This matrix transposed times a dense one of {@link #rows()} rows: a new matrix. */
    Matrix transposedTimes(Matrix right, Workers workers);
}
