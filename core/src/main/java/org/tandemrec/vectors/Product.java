package org.tandemrec.vectors;

/**
 * One product as its kernel sees it: {@code target[r, c] += sum over k of left[r, k] * right[k,
 * c]}, for all columns of the target block. The left block has a stride for its rows and a step
 * from one k to the next, so one kernel reads it by rows or by columns.
 */
record Product(Block left, int leftRowStride, int leftStep, int depth, Block right, Block target) {
    static Product of(Matrix left, Matrix right, Matrix target) {
        return of(Block.of(left), padded(right), padded(target));
    }

    static Product ofTransposed(Matrix left, Matrix right, Matrix target) {
        return ofTransposed(Block.of(left), padded(right), padded(target));
    }

    private static Block padded(Matrix matrix) {
        return new Block(matrix, 0, 0, matrix.rows(), matrix.stride());
    }

    static Product of(Block left, Block right, Block target) {
        return new Product(left, left.stride(), 1, left.columns(), right, target);
    }

    static Product ofTransposed(Block left, Block right, Block target) {
        return new Product(left, 1, left.stride(), left.rows(), right, target);
    }

    int width() {
        return target.columns();
    }
}
