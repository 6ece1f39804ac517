package org.tandemrec.towers;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tandemrec.data.TimeColumn;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

/**
 * What is left of a person's events as a Gaussian process (Rasmussen and Williams 2006, equation
 * 2.25): two events have the more in common the more alike their items are, and the closer they are
 * in time,
 *
 * <pre>{@code k(i, j) = c(i, j) y_i . y_j / lambda + a(i, j)}</pre>
 *
 * with the items' places y, the {@link Closeness} c of items and a whatever the items, and a
 * variance of 1 of what nothing explains. What has no moment is close to nothing else; where there
 * are no moments at all, c is 1 and a is 0, and this is the ridge regression of what is left on the
 * items' places. The newest {@value #NEWEST} events are read.
 *
 * <p>The weights of events solve {@code (K + I) w = left}. With eigenvalues between 1 and 1 + s,
 * where s is K's Frobenius norm, the inverse is a series of Chebyshev polynomials of {@code B = I -
 * 2 K / s}, whose eigenvalues lie between -1 and 1:
 *
 * <pre>{@code w = (T_0 + 2 q T_1(B) + 2 q^2 T_2(B) + ...) left / sqrt(1 + s)
 * q = (s / 2) / (1 + s / 2 + sqrt(1 + s))}</pre>
 *
 * (their generating function: NIST Digital Library of Mathematical Functions, section 18.12), of
 * which {@value #DEGREES} terms are taken: a fixed number, so that it is a graph as well, and
 * without the products of residuals that make conjugate gradients follow every rounding. A move is
 * what an item's score is moved by: the inner product of the person's move and the item's place.
 * Immutable and safe for any thread.
 */
final class PersonProcess {
    /** How many events are read at most. */
    static final int NEWEST = 2_048;

    /** How many polynomials there are: their degrees go from 0 to one less. */
    static final int DEGREES = 24;

    private static final int ROWS_PER_TASK = 16;

    /** Stands for a norm of zero. */
    static final float NOTHING = 1e-30f;

    private final Matrix places;
    private final Matrix items;
    private final Closeness closeness;

    /**
     * A process.
     *
     * @param places the items' places y over the root of lambda, a row an item
     */
    PersonProcess(Matrix places, Closeness closeness) {
        this.places = places;
        this.items = Matrix.zeros(places.rows(), places.columns() + 1);
        for (int row = 0; row < places.rows(); row++) {
            System.arraycopy(
                    places.values(),
                    places.offset(row),
                    items.values(),
                    items.offset(row),
                    places.columns());
            items.set(row, places.columns(), 1);
        }
        this.closeness = closeness;
    }

    /** How many numbers a move has. */
    int width() {
        return items.columns();
    }

    /** The items' places, which moves are met by; the last is 1, for what counts for all items. */
    Matrix items() {
        return items;
    }

    /**
     * Everybody's move at the moment of their request, {@code [N, width]}.
     *
     * @param left of each event
     */
    Matrix moves(float[] left, EncodedHistories histories, Workers workers) {
        Matrix moves = Matrix.zeros(histories.rows(), width());
        workers.forRanges(
                histories.rows(),
                ROWS_PER_TASK,
                (from, to) -> {
                    for (int row = from; row < to; row++) {
                        long moment = histories.moment(row);
                        new Solution(left, histories, row, moment).write(moves, row, moment);
                    }
                });
        return moves;
    }

    /**
     * How far the scores of some events are moved, each at its own moment.
     *
     * @param left of each event that is known
     * @param asked of each row of the histories some events
     */
    float[] moves(
            float[] left, EncodedHistories histories, EncodedHistories asked, Workers workers) {
        float[] moved = new float[asked.events()];
        workers.forRanges(
                histories.rows(),
                ROWS_PER_TASK,
                (from, to) -> {
                    for (int row = from; row < to; row++) {
                        move(left, histories, row, asked, moved);
                    }
                });
        return moved;
    }

    private void move(
            float[] left, EncodedHistories histories, int row, EncodedHistories asked, float[] to) {
        Matrix move = Matrix.zeros(1, width());
        int end = asked.start(row) + asked.size(row);
        Solution solution = null;
        for (int event = asked.start(row); event < end; event++) {
            long moment = asked.times()[event];
            if (solution == null || solution.atMoment != isKnown(moment)) {
                solution = new Solution(left, histories, row, moment);
            }
            Arrays.fill(move.values(), 0);
            solution.write(move, 0, moment);
            int offset = items.offset(asked.others()[event]);
            to[event] = Rows.dot(move.values(), 0, items.values(), offset, items.stride());
        }
    }

    private static long apart(long moment, long other) {
        return isKnown(moment) && isKnown(other) ? Math.abs(moment - other) : Closeness.NEVER;
    }

    private static boolean isKnown(long moment) {
        return moment != TimeColumn.MISSING;
    }

    /** The weights of one person's events. */
    private final class Solution {
        private final EncodedHistories histories;
        private final int start;
        private final int size;
        private final boolean atMoment;
        private final boolean timed;
        private final float[] left;
        private final Matrix common;
        private final float[] weights;

        Solution(float[] left, EncodedHistories histories, int row, long moment) {
            this.histories = histories;
            this.size = Math.min(NEWEST, histories.size(row));
            this.start = histories.start(row) + histories.size(row) - size;
            this.atMoment = isKnown(moment);
            this.timed = closeness.counts() && atMoment && isAnyKnown();
            if (size == 0) {
                this.left = new float[0];
                this.common = Matrix.zeros(0, 1);
                this.weights = left;
            } else {
                this.left = Arrays.copyOfRange(left, start, start + size);
                this.common = timed ? pairs() : axes();
                this.weights = solution();
            }
        }

        private boolean isAnyKnown() {
            return IntStream.range(0, size).anyMatch(event -> isKnown(time(event)));
        }

        private float[] solution() {
            float spread = Math.max((float) Math.sqrt(squares()), NOTHING);
            float radius = spread / 2;
            float root = (float) Math.sqrt(1 + spread);
            float ratio = radius / (1 + radius + root);
            float[] polynomial = Arrays.copyOf(left, common.stride());
            float[] step = new float[polynomial.length];
            float[] found = new float[polynomial.length];
            float share = 1 / root;
            for (int degree = 0; degree < DEGREES; degree++) {
                boolean first = degree == 0;
                Rows.addScaled(found, 0, share, polynomial, 0, found.length);
                share *= first ? 2 * ratio : ratio;
                addImage(polynomial, (first ? -2 : -4) / spread, step);
                Rows.addScaled(polynomial, 0, 1, step, 0, step.length);
            }
            return found;
        }

        /** Adds K times a direction, scaled. */
        private void addImage(float[] direction, float scale, float[] to) {
            for (int row = 0; row < common.rows(); row++) {
                float product =
                        scale
                                * Rows.dot(
                                        common.values(),
                                        common.offset(row),
                                        direction,
                                        0,
                                        direction.length);
                if (timed) {
                    to[row] += product;
                } else {
                    Rows.addScaled(to, 0, product, common.values(), common.offset(row), to.length);
                }
            }
        }

        /** The sum of the squares of K, no less than the square of its largest eigenvalue. */
        private double squares() {
            double sum = 0;
            for (int row = 0; row < common.rows(); row++) {
                for (int other = timed ? row : 0; other <= row; other++) {
                    float product =
                            Rows.dot(
                                    common.values(),
                                    common.offset(row),
                                    common.values(),
                                    common.offset(other),
                                    common.stride());
                    sum += timed ? product : (other == row ? 1.0 : 2.0) * product * product;
                }
            }
            return sum;
        }

        /** Where the events' items lie along each axis, a row an axis: K is its square. */
        private Matrix axes() {
            Matrix axes = Matrix.zeros(places.columns(), size);
            for (int event = 0; event < size; event++) {
                for (int axis = 0; axis < axes.rows(); axis++) {
                    axes.set(axis, event, places.at(item(event), axis));
                }
            }
            return axes;
        }

        /** What each two events have in common: K. */
        private Matrix pairs() {
            Matrix pairs = Matrix.zeros(size, size);
            for (int event = 0; event < size; event++) {
                for (int other = 0; other <= event; other++) {
                    float common = common(event, other);
                    pairs.set(event, other, common);
                    pairs.set(other, event, common);
                }
            }
            return pairs;
        }

        private float common(int event, int other) {
            float product =
                    Rows.dot(
                            places.values(),
                            places.offset(item(event)),
                            places.values(),
                            places.offset(item(other)),
                            places.stride());
            long apart = event == other ? 0 : apart(time(event), time(other));
            return closeness.ofItems(apart) * product + closeness.alone(apart);
        }

        private int item(int event) {
            return histories.others()[start + event];
        }

        private long time(int event) {
            return histories.times()[start + event];
        }

        /** The move at a moment. */
        void write(Matrix moves, int row, long moment) {
            int target = moves.offset(row);
            for (int event = 0; event < size; event++) {
                float weight = weights[event];
                if (timed) {
                    long apart = apart(moment, time(event));
                    moves.values()[target + places.columns()] += weight * closeness.alone(apart);
                    weight *= closeness.ofItems(apart);
                }
                Rows.addScaled(
                        moves.values(),
                        target,
                        weight,
                        places.values(),
                        places.offset(item(event)),
                        places.stride());
            }
        }
    }

    /**
     * The moves as nodes of a graph, float {@code [N, width]}.
     *
     * @param left of each event, zero where there is none, {@code [N, L]}
     */
    OnnxValue onnx(OnnxGraph graph, HistoryGraph inputs, OnnxValue left) {
        return new PersonProcessGraph(graph, inputs, places, closeness).moves(left);
    }
}
