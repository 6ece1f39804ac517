package org.tandemrec.layers;

import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/**
 * Adds up the rows of a table that a row of codes names: {@code out[r] += sum over p of
 * table[codes[r, p]]}. Lists skip their padding; exported, they read row 0 for it, which therefore
 * has to be zero.
 */
public final class Lookup {
    private static final int ROWS_PER_TASK = 256;

    private Lookup() {}

    /** Adds to each row of {@code out} the table's rows that its codes name. */
    public static void forward(Codes codes, Matrix table, Matrix out, Workers workers) {
        workers.forRanges(
                codes.rows(), ROWS_PER_TASK, (from, to) -> forward(codes, table, out, from, to));
    }

    private static void forward(Codes codes, Matrix table, Matrix out, int from, int to) {
        for (int row = from; row < to; row++) {
            int length = codes.length(row);
            for (int place = 0; place < length; place++) {
                add(table, codes.at(row, place), 0, out, row, table.stride());
            }
        }
    }

    /** Adds to the table's gradient; each task does some of the columns, for all rows in order. */
    public static void backward(
            Codes codes, Matrix outGradient, Matrix tableGradient, Workers workers) {
        int blocks = outGradient.stride() / Matrix.LANES;
        workers.forRanges(
                blocks,
                Math.ceilDiv(blocks, workers.threads()),
                (from, to) ->
                        backward(
                                codes,
                                outGradient,
                                tableGradient,
                                from * Matrix.LANES,
                                (to - from) * Matrix.LANES));
    }

    private static void backward(
            Codes codes, Matrix outGradient, Matrix tableGradient, int column, int columns) {
        for (int row = 0; row < codes.rows(); row++) {
            int length = codes.length(row);
            for (int place = 0; place < length; place++) {
                add(outGradient, row, column, tableGradient, codes.at(row, place), columns);
            }
        }
    }

    private static void add(
            Matrix source, int sourceRow, int column, Matrix target, int targetRow, int columns) {
        Rows.addScaled(
                target.values(),
                target.offset(targetRow) + column,
                1,
                source.values(),
                source.offset(sourceRow) + column,
                columns);
    }

    /** The row that each code names; codes are {@code [N]}. */
    public static OnnxValue onnxOfSingles(OnnxGraph graph, OnnxValue codes, Matrix table) {
        return graph.node("Gather", graph.constant(table), codes);
    }

    /** The sum of the rows that the codes name; codes are {@code [N, width]}. */
    public static OnnxValue onnxOfLists(OnnxGraph graph, OnnxValue codes, Matrix table) {
        OnnxValue rows = graph.node("Gather", graph.constant(table), codes);
        return graph.sum(rows, 1);
    }
}
