package org.tandemrec.vectors;

/**
 * One product as its kernel sees it: {@code target[r, c] += sum over k of left[r * leftRowStride +
 * k * leftStep] * right[k, c]}. The two strides let one kernel read the left matrix by rows or by
 * columns.
 */
record Product(
        Matrix left, int leftRowStride, int leftStep, int depth, Matrix right, Matrix target) {
    static Product of(Matrix left, Matrix right, Matrix target) {
        return new Product(left, left.stride(), 1, left.columns(), right, target);
    }

    static Product ofTransposed(Matrix left, Matrix right, Matrix target) {
        return new Product(left, 1, left.stride(), left.rows(), right, target);
    }

    /** The columns of the right matrix and of the target, with their padding. */
    int width() {
        return target.stride();
    }
}
