package org.tandemrec.layers;

import java.util.List;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/**
 * A trained row for each id, trusted as far as the id was seen, on top of a row that all ids seen
 * about as often share: {@code out[r] = trust[id] * ids[id] + shared[class of id]}. A rare id thus
 * leans on what is true of rare ids, and on the content beside it.
 */
public final class IdEmbedding {
    private static final int ROWS_PER_TASK = 256;

    private final RowParameter ids;
    private final DenseParameter shared;
    private final Familiarity familiarity;
    private final Codes classes;

    /**
     * An embedding that starts at these numbers.
     *
     * @param ids one row an id; row 0 is the unknown one
     * @param familiarity how often each id was seen
     * @param batchRows how many rows a batch has at most
     */
    public IdEmbedding(Matrix ids, Familiarity familiarity, int batchRows) {
        this.ids = new RowParameter(ids, batchRows);
        this.shared = new DenseParameter(Matrix.zeros(familiarity.classes(), ids.columns()));
        this.familiarity = familiarity;
        this.classes = Codes.singles(batchRows);
    }

    public List<Parameter> parameters() {
        return List.of(ids, shared);
    }

    /** Writes one row for each code. */
    public void forward(Codes codes, Matrix out, Workers workers) {
        out.clear();
        classes.clear();
        for (int row = 0; row < codes.rows(); row++) {
            classes.add(familiarity.classOfEach(), codes.at(row, 0));
        }
        Lookup.forward(classes, shared.values(), out, workers);
        workers.forRanges(codes.rows(), ROWS_PER_TASK, (from, to) -> addIds(codes, out, from, to));
    }

    private void addIds(Codes codes, Matrix out, int from, int to) {
        for (int row = from; row < to; row++) {
            int code = codes.at(row, 0);
            add(out, row, familiarity.trust(code), ids.values(), code);
        }
    }

    /** Writes one row for every id, in their order. */
    public void forwardAll(Matrix out, Workers workers) {
        out.clear();
        workers.forRanges(
                out.rows(),
                ROWS_PER_TASK,
                (from, to) -> {
                    for (int id = from; id < to; id++) {
                        add(out, id, 1, shared.values(), familiarity.classOfEach()[id]);
                        add(out, id, familiarity.trust(id), ids.values(), id);
                    }
                });
    }

    /** Adds to the gradients of the ids that the codes name and of what they share. */
    public void backward(Codes codes, Matrix outGradient, Workers workers) {
        Lookup.backward(classes, outGradient, shared.gradient(), workers);
        Matrix gradients = ids.gradientsOf(codes);
        for (int row = 0; row < codes.rows(); row++) {
            add(gradients, row, familiarity.trust(codes.at(row, 0)), outGradient, row);
        }
    }

    private static void add(Matrix target, int targetRow, float scale, Matrix source, int row) {
        Rows.addScaled(
                target.values(),
                target.offset(targetRow),
                scale,
                source.values(),
                source.offset(row),
                source.stride());
    }
}
