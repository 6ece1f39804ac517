package org.tandemrec.vectors;

/** The matrix product without SIMD: the twin that defines the bits. */
final class PlainProductKernel implements ProductKernel {
    @Override
    public void addRows(Product product, int from, int to) {
        for (int row = from; row < to; row++) {
            addRow(product, row);
        }
    }

    private static void addRow(Product product, int row) {
        int left = product.left().start() + row * product.leftRowStride();
        int target = product.target().start() + row * product.target().stride();
        for (int k = 0; k < product.depth(); k++) {
            float scale = product.left().values()[left + k * product.leftStep()];
            addScaled(
                    product, target, scale, product.right().start() + k * product.right().stride());
        }
    }

    private static void addScaled(Product product, int targetOffset, float scale, int rightOffset) {
        float[] target = product.target().values();
        float[] right = product.right().values();
        for (int column = 0; column < product.width(); column++) {
            target[targetOffset + column] =
                    Math.fma(scale, right[rightOffset + column], target[targetOffset + column]);
        }
    }
}
