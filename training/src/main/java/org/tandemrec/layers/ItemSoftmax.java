package org.tandemrec.layers;

import java.util.Arrays;
import org.tandemrec.vectors.Block;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.MatrixProduct;
import org.tandemrec.vectors.Rows;

/**
 * Cross-entropy of each row's next item against the {@link Candidates}: {@code log(exp(score of the
 * next) + sum over the other candidates of exp(score) / chance) - score of the next}, where a score
 * is the inner product of the row and the item's vector, and items met before are no candidates.
 * Works on a few rows at a time, whose scores stay in the processor's cache, on the calling thread;
 * not for two threads at once. Widths are multiples of {@value Matrix#LANES}.
 */
public final class ItemSoftmax {
    private static final int ROWS_PER_BLOCK = 64;

    private final Matrix scores;
    private final Matrix candidateGradients;

    /** Room for the candidates. */
    public ItemSoftmax(Candidates candidates, int width) {
        this.scores = Matrix.zeros(ROWS_PER_BLOCK, candidates.most());
        this.candidateGradients = Matrix.zeros(candidates.most(), width);
    }

    /**
     * The loss and its gradients.
     *
     * @param rows one for each of the targets
     * @param weight of each row's loss in the gradients
     * @param items the vectors of all items; their gradient is added to
     * @param rowsGradient is set, to zero in rows without a target
     * @return the sum of the losses
     */
    public double backward(
            Matrix rows,
            Targets targets,
            float weight,
            Candidates candidates,
            DenseParameter items,
            Matrix rowsGradient) {
        rowsGradient.clear();
        candidateGradients.clear();
        double losses = 0;
        for (int from = 0; from < rows.rows(); from += ROWS_PER_BLOCK) {
            int count = Math.min(ROWS_PER_BLOCK, rows.rows() - from);
            Block block = new Block(rows, from, 0, count, rows.stride());
            score(block, targets, candidates);
            for (int row = from; row < from + count; row++) {
                if (targets.has(row)) {
                    losses +=
                            slopes(
                                    rows,
                                    row,
                                    targets.next(row),
                                    weight,
                                    candidates,
                                    items,
                                    rowsGradient);
                } else {
                    clear(row - from, candidates);
                }
            }
            Block slopes = new Block(scores, 0, 0, count, candidates.size());
            MatrixProduct.add(
                    slopes,
                    candidates.rows(),
                    new Block(rowsGradient, from, 0, count, rowsGradient.stride()));
            MatrixProduct.addTransposed(
                    slopes,
                    block,
                    new Block(candidateGradients, 0, 0, candidates.size(), rows.stride()));
        }
        candidates.addGradients(candidateGradients, items.gradient());
        return losses;
    }

    private void clear(int row, Candidates candidates) {
        int offset = scores.offset(row);
        Arrays.fill(scores.values(), offset, offset + candidates.paddedSize(), 0);
    }

    private void score(Block block, Targets targets, Candidates candidates) {
        for (int row = 0; row < block.rows(); row++) {
            candidates.copyCorrections(scores.values(), scores.offset(row));
        }
        MatrixProduct.add(
                block,
                candidates.columns(),
                new Block(scores, 0, 0, block.rows(), candidates.paddedSize()));
        for (int row = 0; row < block.rows(); row++) {
            exclude(row, block.row() + row, targets, candidates);
        }
    }

    private void exclude(int at, int row, Targets targets, Candidates candidates) {
        if (targets.has(row)) {
            int offset = scores.offset(at);
            for (int place = targets.metFrom(row); place < targets.metTo(row); place++) {
                candidates.exclude(targets.met(place), scores.values(), offset);
            }
            candidates.exclude(targets.next(row), scores.values(), offset);
        }
    }

    /** Leaves the slopes by the candidates' scores in their place; goes back through the next. */
    private double slopes(
            Matrix rows,
            int row,
            int next,
            float weight,
            Candidates candidates,
            DenseParameter items,
            Matrix rowsGradient) {
        int offset = scores.offset(row % ROWS_PER_BLOCK);
        int length = candidates.paddedSize();
        float score = dot(rows, row, items.values(), next);
        float highest = Math.max(score, Rows.max(scores.values(), offset, length));
        float own = Rows.exponential(score - highest);
        float sum = own + Rows.exponentials(scores.values(), offset, length, highest);
        scale(scores.values(), offset, length, weight / sum);
        float slope = weight * (own / sum - 1);
        add(rowsGradient, row, slope, items.values(), next);
        add(items.gradient(), next, slope, rows, row);
        return highest + StrictMath.log(sum) - score;
    }

    private static float dot(Matrix left, int leftRow, Matrix right, int rightRow) {
        return Rows.dot(
                left.values(),
                left.offset(leftRow),
                right.values(),
                right.offset(rightRow),
                left.stride());
    }

    private static void scale(float[] values, int offset, int length, float by) {
        for (int at = offset; at < offset + length; at++) {
            values[at] *= by;
        }
    }

    private static void add(Matrix target, int row, float scale, Matrix source, int sourceRow) {
        Rows.addScaled(
                target.values(),
                target.offset(row),
                scale,
                source.values(),
                source.offset(sourceRow),
                target.stride());
    }
}
