package org.tandemrec.towers;

import org.tandemrec.features.EncodedHistories;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/**
 * How far a person's vector is moved by what is left of their events: the ridge regression of it on
 * the items' vectors, {@code (lambda I + sum of y y') x = sum of left y} over the events. Solved by
 * conjugate gradients (Hestenes and Stiefel 1952) along the principal axes of the items' vectors,
 * preconditioned by what the matrix would be if everybody's items varied as all items do, {@code
 * lambda + n c}. The number of rounds is fixed, so that it is a graph as well. Immutable and safe
 * for any thread.
 */
final class PersonRidge {
    private static final int ROUNDS = 6;
    private static final int ROWS_PER_TASK = 16;
    private static final float NOTHING = 1e-30f;

    private final Matrix items;
    private final float[] variances;
    private final float lambda;

    /**
     * A regression.
     *
     * @param items the items' vectors, a row an item
     * @param met who met each item, for the axes
     * @param doubt lambda in units of the mean variance of the items' vectors
     */
    PersonRidge(Matrix items, EncodedHistories met, double doubt, Workers workers) {
        Axes axes = Axes.of(items, met, workers);
        this.items = axes.along(items, workers);
        this.variances = axes.variances();
        this.lambda = (float) (doubt * axes.meanVariance());
    }

    /** How many numbers a move has. */
    int width() {
        return items.columns();
    }

    /** The items' vectors along the axes, which moves are met by. */
    Matrix items() {
        return items;
    }

    /** Everybody's move, {@code [N, width]}, by what is left of each event. */
    Matrix moves(float[] left, EncodedHistories histories, Workers workers) {
        Matrix moves = Matrix.zeros(histories.rows(), width());
        workers.forRanges(
                histories.rows(),
                ROWS_PER_TASK,
                (from, to) -> {
                    for (int row = from; row < to; row++) {
                        new Solution(left, histories, row).write(moves, row);
                    }
                });
        return moves;
    }

    /** The conjugate gradients of one person. */
    private final class Solution {
        private final EncodedHistories histories;
        private final int start;
        private final int end;
        private final float[] move = new float[items.stride()];
        private final float[] rest = new float[items.stride()];
        private final float[] direction = new float[items.stride()];

        Solution(float[] left, EncodedHistories histories, int row) {
            this.histories = histories;
            this.start = histories.start(row);
            this.end = start + histories.size(row);
            for (int event = start; event < end; event++) {
                addItem(rest, left[event], event);
            }
            solve();
        }

        private void solve() {
            float[] nearer = preconditioned();
            System.arraycopy(nearer, 0, direction, 0, nearer.length);
            float size = dot(rest, nearer);
            for (int round = 0; round < ROUNDS; round++) {
                float[] image = image();
                float step = size / Math.max(dot(direction, image), NOTHING);
                add(move, step, direction);
                add(rest, -step, image);
                nearer = preconditioned();
                float next = dot(rest, nearer);
                float kept = next / Math.max(size, NOTHING);
                for (int at = 0; at < direction.length; at++) {
                    direction[at] = nearer[at] + kept * direction[at];
                }
                size = next;
            }
        }

        private float[] preconditioned() {
            float[] result = new float[rest.length];
            for (int axis = 0; axis < variances.length; axis++) {
                result[axis] = rest[axis] / (lambda + (end - start) * variances[axis]);
            }
            return result;
        }

        /** The matrix times the direction. */
        private float[] image() {
            float[] image = new float[direction.length];
            add(image, lambda, direction);
            for (int event = start; event < end; event++) {
                int offset = items.offset(histories.others()[event]);
                float product = Rows.dot(items.values(), offset, direction, 0, direction.length);
                addItem(image, product, event);
            }
            return image;
        }

        private void addItem(float[] sum, float scale, int event) {
            int offset = items.offset(histories.others()[event]);
            Rows.addScaled(sum, 0, scale, items.values(), offset, sum.length);
        }

        private static float dot(float[] left, float[] right) {
            return Rows.dot(left, 0, right, 0, left.length);
        }

        private static void add(float[] sum, float scale, float[] row) {
            Rows.addScaled(sum, 0, scale, row, 0, row.length);
        }

        void write(Matrix moves, int row) {
            System.arraycopy(move, 0, moves.values(), moves.offset(row), move.length);
        }
    }

    /**
     * The moves as nodes of a graph, float {@code [N, width]}.
     *
     * @param left what is left of each event, zero where there is none, {@code [N, L]}
     */
    OnnxValue onnx(OnnxGraph graph, HistoryGraph inputs, OnnxValue left) {
        OnnxValue met = graph.node("Unsqueeze", inputs.met(), graph.integers(2));
        OnnxValue rows =
                graph.node(
                        "Mul", graph.node("Gather", graph.constant(items), inputs.history()), met);
        return new Rounds(graph, inputs, rows).solve(left);
    }

    /** The conjugate gradients as nodes; all rows have the shape [N, 1, width]. */
    private final class Rounds {
        private final OnnxGraph graph;
        private final OnnxValue rows;
        private final OnnxValue columns;
        private final OnnxValue scales;

        Rounds(OnnxGraph graph, HistoryGraph inputs, OnnxValue rows) {
            this.graph = graph;
            this.rows = rows;
            this.columns = graph.node("Transpose", "perm", new long[] {0, 2, 1}, rows);
            OnnxValue count = graph.node("Unsqueeze", inputs.count(), graph.integers(1));
            OnnxValue spread =
                    node("Mul", count, graph.constant(variances, 1, 1, variances.length));
            this.scales = node("Add", spread, graph.number(lambda));
        }

        OnnxValue solve(OnnxValue left) {
            OnnxValue asRow = graph.node("Unsqueeze", left, graph.integers(1));
            OnnxValue rest = node("MatMul", asRow, rows);
            OnnxValue nearer = node("Div", rest, scales);
            OnnxValue direction = nearer;
            OnnxValue size = product(rest, nearer);
            OnnxValue move = node("Mul", rest, graph.number(0));
            for (int round = 0; round < ROUNDS; round++) {
                OnnxValue image =
                        node(
                                "Add",
                                node("MatMul", node("MatMul", direction, columns), rows),
                                node("Mul", direction, graph.number(lambda)));
                OnnxValue step = ratio(size, product(direction, image));
                move = node("Add", move, node("Mul", direction, step));
                rest = node("Sub", rest, node("Mul", image, step));
                nearer = node("Div", rest, scales);
                OnnxValue next = product(rest, nearer);
                direction = node("Add", nearer, node("Mul", direction, ratio(next, size)));
                size = next;
            }
            return node("Squeeze", move, graph.integers(1));
        }

        private OnnxValue node(String operator, OnnxValue left, OnnxValue right) {
            return graph.node(operator, left, right);
        }

        private OnnxValue product(OnnxValue left, OnnxValue right) {
            return graph.sumInPlace(node("Mul", left, right), 2);
        }

        private OnnxValue ratio(OnnxValue above, OnnxValue below) {
            return node("Div", above, node("Max", below, graph.number(NOTHING)));
        }
    }
}
