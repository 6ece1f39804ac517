package org.tandemrec.regression;

import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.MatrixProduct;
import org.tandemrec.vectors.Workers;

/**
 * Ridge regression: {@code min |X W - Y|^2 + lambda |W|^2}, {@code W = (X'X + lambda I)^-1 X'Y}.
 */
public final class Ridge {
    private Ridge() {}

    /**
     * The weights W, columns of X by columns of Y, between sparse matrices of as many rows.
     *
     * @param lambda above 0
     * @throws IllegalArgumentException above {@link ClosedForm#MOST_COLUMNS} columns
     */
    public static Matrix weights(
            SparseMatrix inputs, SparseMatrix targets, float lambda, Workers workers) {
        Matrix cross = inputs.crossGram(targets, workers);
        return weightsInPlace(inputs.gram(workers), cross, lambda, workers);
    }

    /** The same for dense targets, such as the factors of items. */
    public static Matrix weights(
            SparseMatrix inputs, Matrix targets, float lambda, Workers workers) {
        Matrix cross = inputs.transposedTimes(targets, workers);
        return weightsInPlace(inputs.gram(workers), cross, lambda, workers);
    }

    /** The same between dense matrices of as many rows. */
    public static Matrix weights(Matrix inputs, Matrix targets, float lambda, Workers workers) {
        DenseMap map = new DenseMap(inputs);
        return weightsInPlace(
                map.transposedTimes(inputs, workers),
                map.transposedTimes(targets, workers),
                lambda,
                workers);
    }

    /** The same from {@code X'X}, whose memory is used up, and {@code X'Y}. */
    public static Matrix weightsInPlace(Matrix gram, Matrix cross, float lambda, Workers workers) {
        if (!(lambda > 0)) {
            throw new IllegalArgumentException(
                    "lambda of a ridge regression is %s, expected a number above 0"
                            .formatted(lambda));
        }
        ClosedForm.addToDiagonal(gram, lambda);
        Matrix inverse = SymmetricInverse.inPlace(gram, workers);
        Matrix weights = Matrix.zeros(inverse.rows(), cross.columns());
        MatrixProduct.add(inverse, cross, weights, workers);
        return weights;
    }
}
