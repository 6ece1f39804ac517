package org.tandemrec.layers;

import org.tandemrec.vectors.AdamRow;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/** Numbers that are trained. To be changed from one thread at a time. */
public sealed interface Parameter permits DenseParameter, RowParameter {
    /** The numbers themselves, changed by every {@link #update}. */
    Matrix values();

    /** Takes one step against the gradient gathered since the last one, and forgets it. */
    void update(Adam adam, Workers workers);

    /** The values of one row and their moments. */
    AdamRow row(int row);
}
