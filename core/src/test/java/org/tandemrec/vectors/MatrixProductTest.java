package org.tandemrec.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixProductTest {
    private static final long SEED = 7;

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1",
        "5, 3, 2",
        "6, 16, 16",
        "7, 17, 33",
        "13, 255, 64",
        "50, 256, 200",
        "97, 600, 81"
    })
    void addsTheProductInPlainArithmetic(int rows, int depth, int columns) {
        Matrix left = RandomMatrix.of(rows, depth, SEED);
        Matrix right = RandomMatrix.of(depth, columns, SEED + 1);
        Matrix target = RandomMatrix.of(rows, columns, SEED + 2);
        Matrix before = target.copy();
        try (Workers workers = Workers.of(1)) {
            MatrixProduct.add(left, right, target, workers);
        }
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                double expected = before.at(row, column);
                for (int k = 0; k < depth; k++) {
                    expected += (double) left.at(row, k) * right.at(k, column);
                }
                assertThat((double) target.at(row, column)).isCloseTo(expected, within(1e-4));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "7, 17, 33", "50, 256, 200", "130, 600, 81"})
    void givesTheSameBitsWithAndWithoutSimd(int rows, int depth, int columns) {
        Matrix left = RandomMatrix.of(rows, depth, SEED);
        Matrix right = RandomMatrix.of(depth, columns, SEED + 1);
        Matrix fast = RandomMatrix.of(rows, columns, SEED + 2);
        Matrix plain = fast.copy();
        new SimdProductKernel().addRows(Product.of(left, right, fast), 0, rows);
        new PlainProductKernel().addRows(Product.of(left, right, plain), 0, rows);
        assertThat(fast.values()).isEqualTo(plain.values());
    }

    @ParameterizedTest
    @CsvSource({"5, 3, 2", "50, 256, 200", "130, 600, 81"})
    void givesTheSameBitsOnAnyNumberOfThreads(int rows, int depth, int columns) {
        Matrix left = RandomMatrix.of(rows, depth, SEED);
        Matrix right = RandomMatrix.of(depth, columns, SEED + 1);
        float[] onOne = productOn(1, left, right).values();
        assertThat(productOn(2, left, right).values()).isEqualTo(onOne);
        assertThat(productOn(3, left, right).values()).isEqualTo(onOne);
    }

    @Test
    void readsTheLeftMatrixByColumnsAsIfItWereTransposed() {
        Matrix left = RandomMatrix.of(61, 37, SEED);
        Matrix right = RandomMatrix.of(61, 20, SEED + 1);
        Matrix byColumns = Matrix.zeros(37, 20);
        try (Workers workers = Workers.of(1)) {
            MatrixProduct.addTransposed(left, right, byColumns, workers);
        }
        assertThat(byColumns.values()).isEqualTo(productOn(1, left.transposed(), right).values());
    }

    @Test
    void keepsThePaddingZero() {
        Matrix product = productOn(2, RandomMatrix.of(9, 5, SEED), RandomMatrix.of(5, 3, SEED + 1));
        for (int row = 0; row < product.rows(); row++) {
            for (int column = product.columns(); column < product.stride(); column++) {
                assertThat(product.values()[product.offset(row) + column]).isZero();
            }
        }
    }

    @Test
    void refusesShapesThatDoNotFit() {
        try (Workers workers = Workers.of(1)) {
            assertThatThrownBy(
                            () ->
                                    MatrixProduct.add(
                                            Matrix.zeros(2, 3),
                                            Matrix.zeros(4, 5),
                                            Matrix.zeros(2, 5),
                                            workers))
                    .hasMessage("2 x 3 times 4 x 5 does not fit into 2 x 5");
        }
    }

    private static Matrix productOn(int threads, Matrix left, Matrix right) {
        Matrix target = Matrix.zeros(left.rows(), right.columns());
        try (Workers workers = Workers.of(threads)) {
            MatrixProduct.add(left, right, target, workers);
        }
        return target;
    }
}
