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

    @ParameterizedTest
    @CsvSource({"5, 7, 16", "48, 16, 96", "50, 48, 16"})
    void blocksAreMultipliedAsIfTheyWereMatricesOfTheirOwn(int rows, int depth, int columns) {
        Block left = new Block(RandomMatrix.of(70, 70, SEED), 3, 5, rows, depth);
        Block right = new Block(RandomMatrix.of(70, 130, SEED + 1), 2, 16, depth, columns);
        Matrix target = RandomMatrix.of(70, 200, SEED + 2);
        Matrix before = target.copy();
        MatrixProduct.add(left, right, new Block(target, 4, 32, rows, columns));
        Matrix expected = copy(new Block(before, 4, 32, rows, columns));
        try (Workers workers = Workers.of(1)) {
            MatrixProduct.add(copy(left), copy(right), expected, workers);
        }
        assertThat(copy(new Block(target, 4, 32, rows, columns)).values())
                .isEqualTo(expected.values());
        assertThat(target.row(3)).isEqualTo(before.row(3));
        assertThat(target.row(4 + rows)).isEqualTo(before.row(4 + rows));
        assertThat(target.at(4, 31)).isEqualTo(before.at(4, 31));
        assertThat(target.at(4, 32 + columns)).isEqualTo(before.at(4, 32 + columns));
    }

    @Test
    void aLeftBlockIsReadByColumnsToo() {
        Block left = new Block(RandomMatrix.of(70, 70, SEED), 3, 5, 40, 20);
        Block right = new Block(RandomMatrix.of(70, 130, SEED + 1), 2, 16, 40, 32);
        Matrix target = Matrix.zeros(20, 32);
        MatrixProduct.addTransposed(left, right, Block.of(target));
        assertThat(target.values())
                .isEqualTo(productOn(1, copy(left).transposed(), copy(right)).values());
    }

    @Test
    void blocksHaveTheSameBitsWithAndWithoutSimd() {
        Block left = new Block(RandomMatrix.of(70, 70, SEED), 3, 5, 40, 20);
        Block right = new Block(RandomMatrix.of(70, 130, SEED + 1), 2, 16, 20, 112);
        Matrix fast = Matrix.zeros(50, 128);
        Matrix plain = Matrix.zeros(50, 128);
        Block inFast = new Block(fast, 5, 16, 40, 112);
        Block inPlain = new Block(plain, 5, 16, 40, 112);
        new SimdProductKernel().addRows(Product.of(left, right, inFast), 0, 40);
        new PlainProductKernel().addRows(Product.of(left, right, inPlain), 0, 40);
        assertThat(fast.values()).isEqualTo(plain.values());
    }

    @Test
    void refusesBlocksThatDoNotBeginWhereVectorsDo() {
        Matrix matrix = Matrix.zeros(4, 40);
        Block left = new Block(matrix, 0, 0, 2, 3);
        Block right = new Block(matrix, 0, 5, 3, 16);
        Block target = new Block(matrix, 0, 16, 2, 16);
        assertThatThrownBy(() -> MatrixProduct.add(left, right, target))
                .hasMessage("columns 5 to 21 and from 16, expected multiples of 16");
    }

    @Test
    void aBlockLiesWithinItsMatrix() {
        assertThatThrownBy(() -> new Block(Matrix.zeros(4, 40), 2, 16, 3, 16))
                .hasMessage("3 x 16 at 2, 16 is no part of 4 x 48");
    }

    private static Matrix copy(Block block) {
        Matrix copy = Matrix.zeros(block.rows(), block.columns());
        for (int row = 0; row < block.rows(); row++) {
            for (int column = 0; column < block.columns(); column++) {
                copy.set(
                        row, column, block.matrix().at(block.row() + row, block.column() + column));
            }
        }
        return copy;
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
