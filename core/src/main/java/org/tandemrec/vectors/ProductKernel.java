package org.tandemrec.vectors;

/** What {@link MatrixProduct} needs of a machine; both implementations give the same bits. */
sealed interface ProductKernel permits SimdProductKernel, PlainProductKernel {
    /** Computes the target's rows {@code from} (inclusive) to {@code to} (exclusive). */
    void addRows(Product product, int from, int to);
}
