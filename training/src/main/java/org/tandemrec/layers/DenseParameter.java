package org.tandemrec.layers;

import org.tandemrec.vectors.AdamRow;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/** A matrix that is trained as a whole: every step moves every number. */
public final class DenseParameter implements Parameter {
    private static final int ROWS_PER_TASK = 256;

    private final Matrix values;
    private final Matrix gradient;
    private final Matrix firstMoments;
    private final Matrix secondMoments;

    /** A parameter that starts at these values, which become its own. */
    public DenseParameter(Matrix values) {
        this.values = values;
        this.gradient = Matrix.zeros(values.rows(), values.columns());
        this.firstMoments = Matrix.zeros(values.rows(), values.columns());
        this.secondMoments = Matrix.zeros(values.rows(), values.columns());
    }

    @Override
    public Matrix values() {
        return values;
    }

    /** The loss's gradient by the values; backward passes add to it. */
    public Matrix gradient() {
        return gradient;
    }

    @Override
    public AdamRow row(int row) {
        return new AdamRow(values, firstMoments, secondMoments, values.offset(row));
    }

    @Override
    public void update(Adam adam, Workers workers) {
        workers.forRanges(values.rows(), ROWS_PER_TASK, (from, to) -> update(adam, from, to));
        gradient.clear();
    }

    private void update(Adam adam, int from, int to) {
        for (int row = from; row < to; row++) {
            adam.move(row(row), gradient, row);
        }
    }
}
