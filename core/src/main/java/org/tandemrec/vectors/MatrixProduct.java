package org.tandemrec.vectors;

/**
 * Matrix products that add to their target. Every element of the target is one chain of fused
 * multiply-adds over the inner dimension in order, begun at the value it had, so the bits depend
 * neither on threads nor on the machine's vector width. Threads share the rows of the target.
 */
public final class MatrixProduct {
    private static final ProductKernel KERNEL =
            Simd.available() ? new SimdProductKernel() : new PlainProductKernel();
    private static final int TILE_ROWS = 6;
    private static final int ROWS_PER_TASK = 48;

    private MatrixProduct() {}

    /** Adds {@code left · right} to the target. */
    public static void add(Matrix left, Matrix right, Matrix target, Workers workers) {
        check(left.rows(), left.columns(), right, target);
        run(Product.of(left, right, target), target.rows(), workers);
    }

    /** Adds {@code left' · right} to the target, the left matrix read by columns. */
    public static void addTransposed(Matrix left, Matrix right, Matrix target, Workers workers) {
        check(left.columns(), left.rows(), right, target);
        run(Product.ofTransposed(left, right, target), target.rows(), workers);
    }

    /**
     * Adds {@code left · right} to the target, all on the calling thread. The columns of the right
     * block and of the target begin and end at multiples of {@value Matrix#LANES}.
     */
    public static void add(Block left, Block right, Block target) {
        check(left.rows(), left.columns(), right, target);
        KERNEL.addRows(Product.of(left, right, target), 0, target.rows());
    }

    /** Adds {@code left' · right} to the target, the left block read by columns. */
    public static void addTransposed(Block left, Block right, Block target) {
        check(left.columns(), left.rows(), right, target);
        KERNEL.addRows(Product.ofTransposed(left, right, target), 0, target.rows());
    }

    private static void run(Product product, int rows, Workers workers) {
        int share = Math.ceilDiv(Math.ceilDiv(rows, workers.threads()), TILE_ROWS) * TILE_ROWS;
        workers.forRanges(
                rows,
                Math.clamp(share, TILE_ROWS, ROWS_PER_TASK),
                (from, to) -> KERNEL.addRows(product, from, to));
    }

    private static void check(int rows, int depth, Block right, Block target) {
        if (right.rows() != depth || target.rows() != rows || target.columns() != right.columns()) {
            throw misfit(
                    rows, depth, right.rows(), right.columns(), target.rows(), target.columns());
        }
        if ((right.column() | right.columns() | target.column()) % Matrix.LANES != 0) {
            throw new IllegalArgumentException(
                    "columns %d to %d and from %d, expected multiples of %d"
                            .formatted(
                                    right.column(),
                                    right.column() + right.columns(),
                                    target.column(),
                                    Matrix.LANES));
        }
    }

    private static void check(int rows, int depth, Matrix right, Matrix target) {
        if (right.rows() != depth || target.rows() != rows || target.columns() != right.columns()) {
            throw misfit(
                    rows, depth, right.rows(), right.columns(), target.rows(), target.columns());
        }
    }

    private static IllegalArgumentException misfit(
            int rows,
            int depth,
            int rightRows,
            int rightColumns,
            int targetRows,
            int targetColumns) {
        return new IllegalArgumentException(
                "%d x %d times %d x %d does not fit into %d x %d"
                        .formatted(
                                rows, depth, rightRows, rightColumns, targetRows, targetColumns));
    }
}
