package org.tandemrec.regression;

import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.MatrixProduct;
import org.tandemrec.vectors.Workers;

/** A dense matrix as a {@link LinearMap}. */
record DenseMap(Matrix matrix) implements LinearMap {
    @Override
    public int rows() {
        return matrix.rows();
    }

    @Override
    public int columns() {
        return matrix.columns();
    }

    @Override
    public Matrix times(Matrix right, Workers workers) {
        Matrix product = Matrix.zeros(matrix.rows(), right.columns());
        MatrixProduct.add(matrix, right, product, workers);
        return product;
    }

    @Override
    public Matrix transposedTimes(Matrix right, Workers workers) {
        Matrix product = Matrix.zeros(matrix.columns(), right.columns());
        MatrixProduct.addTransposed(matrix, right, product, workers);
        return product;
    }
}
