package org.tandemrec.layers;

import java.util.Arrays;
import java.util.List;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/**
 * A history as one row: {@code out[o] += scale / sqrt(n) * sum over the n events of o that the
 * context reads of sum over k of basis_k(value) * table[other, k]}. A value has one of few levels,
 * so once a step the table is turned into one row for each other and level; an event is then one
 * row to add.
 */
public final class HistoryBag {
    private static final int ROWS_PER_TASK = 32;

    private final ValueBasis basis;
    private final int width;
    private final DenseParameter table;
    private final Matrix composed;
    private final Matrix scaledGradient;
    private final float[] scales;

    /**
     * A bag that starts at this table.
     *
     * @param table one row for each other: its rows for the numbers of the basis, one after the
     *     other; that of other 0, the padding, becomes zero
     * @param owners how many histories there are
     */
    public HistoryBag(Matrix table, ValueBasis basis, int owners) {
        this.basis = basis;
        this.width = table.columns() / basis.size();
        if (width % Matrix.LANES != 0) {
            throw new IllegalArgumentException(
                    "width is %d, expected a multiple of %d".formatted(width, Matrix.LANES));
        }
        this.table = new DenseParameter(table);
        this.composed = Matrix.zeros(table.rows(), basis.levels() * width);
        this.scaledGradient = Matrix.zeros(owners, width);
        this.scales = new float[owners];
        Arrays.fill(table.values(), 0, table.stride(), 0);
    }

    public List<Parameter> parameters() {
        return List.of(table);
    }

    /** The rows of every level, side by side in the row of the other, after {@link #compose}. */
    public Matrix composed() {
        return composed;
    }

    /** How many numbers a history becomes. */
    public int width() {
        return width;
    }

    /** Makes the rows of every level; to be done after every change of the parameters. */
    public void compose(Workers workers) {
        workers.forRanges(table.values().rows(), ROWS_PER_TASK, this::compose);
    }

    private void compose(int from, int to) {
        float[] values = table.values().values();
        Arrays.fill(composed.values(), composed.offset(from), composed.offset(to), 0);
        for (int other = from; other < to; other++) {
            for (int level = 0; level < basis.levels(); level++) {
                for (int number = 0; number < basis.size(); number++) {
                    Rows.addScaled(
                            composed.values(),
                            composed.offset(other) + level * width,
                            basis.at(level, number),
                            values,
                            table.values().offset(other) + number * width,
                            width);
                }
            }
        }
    }

    /**
     * Adds to each row of {@code out} the history of that owner.
     *
     * @param scale of all rows
     */
    public void forward(
            EventLists events, Context context, double scale, Matrix out, Workers workers) {
        workers.forRanges(
                events.rows(),
                ROWS_PER_TASK,
                (from, to) -> forward(events, context, scale, out, from, to));
    }

    private void forward(
            EventLists events, Context context, double scale, Matrix out, int from, int to) {
        int[] offsets = new int[events.longest()];
        float[] sum = new float[width];
        for (int owner = from; owner < to; owner++) {
            int count = 0;
            for (int place = events.start(owner); place < events.end(owner); place++) {
                if (context.reads(events.meeting(place))) {
                    offsets[count++] =
                            composed.offset(events.other(place)) + events.level(place) * width;
                }
            }
            Arrays.fill(sum, 0);
            Rows.addAll(sum, 0, composed.values(), offsets, count, width);
            scales[owner] = (float) (scale / Math.sqrt(Math.max(1, count)));
            Rows.addScaled(out.values(), out.offset(owner), scales[owner], sum, 0, width);
        }
    }

    /**
     * Adds to the table's gradient, after a forward pass with the same context.
     *
     * @param transposed the same meetings as lists of the others
     */
    public void backward(
            EventLists transposed, Context context, Matrix outGradient, Workers workers) {
        workers.forRanges(
                outGradient.rows(), ROWS_PER_TASK, (from, to) -> scale(outGradient, from, to));
        workers.forRanges(
                transposed.rows(),
                ROWS_PER_TASK,
                (from, to) -> backward(transposed, context, from, to));
    }

    private void scale(Matrix outGradient, int from, int to) {
        Arrays.fill(
                scaledGradient.values(), scaledGradient.offset(from), scaledGradient.offset(to), 0);
        for (int owner = from; owner < to; owner++) {
            Rows.addScaled(
                    scaledGradient.values(),
                    scaledGradient.offset(owner),
                    scales[owner],
                    outGradient.values(),
                    outGradient.offset(owner),
                    width);
        }
    }

    private void backward(EventLists transposed, Context context, int from, int to) {
        int[] offsets = new int[transposed.longest()];
        float[] sum = new float[width];
        for (int other = from; other < to; other++) {
            int place = transposed.start(other);
            while (place < transposed.end(other)) {
                int level = transposed.level(place);
                int count = 0;
                for (; place < transposed.end(other) && transposed.level(place) == level; place++) {
                    if (context.reads(transposed.meeting(place))) {
                        offsets[count++] = scaledGradient.offset(transposed.other(place));
                    }
                }
                Arrays.fill(sum, 0);
                Rows.addAll(sum, 0, scaledGradient.values(), offsets, count, width);
                addToGradient(other, level, sum);
            }
        }
    }

    private void addToGradient(int other, int level, float[] sum) {
        for (int number = 0; number < basis.size(); number++) {
            Rows.addScaled(
                    table.gradient().values(),
                    table.gradient().offset(other) + number * width,
                    basis.at(level, number),
                    sum,
                    0,
                    width);
        }
    }
}
