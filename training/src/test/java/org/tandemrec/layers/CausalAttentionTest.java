package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class CausalAttentionTest {
    private static final int WIDTH = 32;
    private static final int LONGEST = 120;
    private static final int NEWEST = 2;

    private final Workers workers = Workers.of(2);

    @AfterEach
    void close() {
        workers.close();
    }

    private static CausalAttention attention(Matrix biases) {
        return new CausalAttention(biases, WIDTH, LONGEST, 200);
    }

    private Matrix out(CausalAttention attention, Matrix joined, Sequences sequences) {
        Matrix out = Matrix.zeros(joined.rows(), WIDTH);
        attention.forward(joined, sequences, out, workers);
        return out;
    }

    private static Matrix biasGradient(CausalAttention attention) {
        return ((DenseParameter) attention.parameters().getFirst()).gradient();
    }

    @Test
    void agreesWithPyTorch() {
        Reference reference = Reference.of("causal-attention");
        CausalAttention attention = attention(reference.matrix("biases"));
        Sequences sequences = Sequences.of(reference.integers("lengths"));
        Matrix joined = reference.matrix("joined");
        reference.assertEquals("out", out(attention, joined, sequences));
        Matrix joinedGradient = Matrix.zeros(joined.rows(), joined.columns());
        attention.backward(
                joined, sequences, reference.matrix("out_gradient"), joinedGradient, workers);
        reference.assertEquals("joined_gradient", joinedGradient);
        reference.assertEquals("biases_gradient", biasGradient(attention));
    }

    @ParameterizedTest
    @ValueSource(ints = {LONGEST, 64, 10})
    void itsGradientsAreTheLossesSlopesBeyondOneBlockOfRows(int reach) {
        CausalAttention attention = attention(Samples.random(2, reach + 1, 1));
        Sequences sequences = Sequences.of(2, 101);
        Matrix joined = Samples.random(103, 3 * WIDTH, 2);
        Matrix weights = Samples.random(103, WIDTH, 3);
        out(attention, joined, sequences);
        Matrix joinedGradient = Matrix.zeros(103, 3 * WIDTH);
        attention.backward(joined, sequences, weights, joinedGradient, workers);
        Matrix biasGradient = biasGradient(attention).copy();
        Matrix some = Matrix.zeros(1, 1);
        for (int row = 0; row < 103; row += 17) {
            for (int column = 5; column < 3 * WIDTH; column += 31) {
                checkOne(attention, joined, sequences, weights, row, column, joinedGradient, some);
            }
        }
        GradientCheck.check(
                attention.parameters().getFirst().values(),
                biasGradient,
                () -> GradientCheck.weighted(out(attention, joined, sequences), weights));
    }

    private void checkOne(
            CausalAttention attention,
            Matrix joined,
            Sequences sequences,
            Matrix weights,
            int row,
            int column,
            Matrix gradient,
            Matrix number) {
        float value = joined.at(row, column);
        number.set(0, 0, value);
        GradientCheck.check(
                number,
                Matrix.of(new float[] {gradient.at(row, column)}),
                () -> {
                    joined.set(row, column, number.at(0, 0));
                    return GradientCheck.weighted(out(attention, joined, sequences), weights);
                });
        joined.set(row, column, value);
    }

    @Test
    void nothingIsSeenOfLaterRowsOrOfOtherSequences() {
        CausalAttention attention = attention(Samples.random(2, LONGEST + 1, 1));
        Sequences sequences = Sequences.of(60, 60);
        Matrix joined = Samples.random(120, 3 * WIDTH, 2);
        Matrix before = out(attention, joined, sequences);
        for (int column = 0; column < 3 * WIDTH; column++) {
            joined.set(50, column, 9);
        }
        Matrix after = out(attention, joined, sequences);
        for (int row = 0; row < 120; row++) {
            if (row < 50 || row >= 60) {
                assertThat(after.row(row)).isEqualTo(before.row(row));
            }
        }
        assertThat(after.row(50)).isNotEqualTo(before.row(50));
        assertThat(after.row(59)).isNotEqualTo(before.row(59));
    }

    @Test
    void nothingIsSeenBeyondItsReachButTheFirstRow() {
        CausalAttention attention = attention(Samples.random(2, 10 + 1, 1));
        Sequences sequences = Sequences.of(100);
        Matrix joined = Samples.random(100, 3 * WIDTH, 2);
        Matrix before = out(attention, joined, sequences);
        for (int column = 0; column < 3 * WIDTH; column++) {
            joined.set(50, column, 9);
        }
        Matrix after = out(attention, joined, sequences);
        assertThat(after.row(59)).isNotEqualTo(before.row(59));
        for (int row = 60; row < 100; row++) {
            assertThat(after.row(row)).isEqualTo(before.row(row));
        }
        for (int column = 0; column < 3 * WIDTH; column++) {
            joined.set(0, column, 9);
        }
        assertThat(out(attention, joined, sequences).row(99)).isNotEqualTo(after.row(99));
    }

    @Test
    void longerSequencesBeforeItDoNotShowInTheBits() {
        CausalAttention attention = attention(Samples.random(2, LONGEST + 1, 1));
        Matrix joined = Samples.random(107, 3 * WIDTH, 2);
        Matrix alone = Matrix.zeros(7, 3 * WIDTH);
        System.arraycopy(
                joined.values(), joined.offset(100), alone.values(), 0, 7 * alone.stride());
        Matrix together = out(attention, joined, Sequences.of(100, 7));
        Matrix apart = out(attention, alone, Sequences.of(7));
        for (int row = 0; row < 7; row++) {
            assertThat(together.row(100 + row)).isEqualTo(apart.row(row));
        }
    }

    @Test
    void itsOnnxFormGivesTheSameAtEveryPositionAndAtTheNewestAndTheLast() {
        CausalAttention attention = attention(Samples.random(2, LONGEST + 1, 1));
        int[][] codes = {{0, 1, 2, 3, 4}, {5, 6, 7, 8, 9}};
        Matrix table = Samples.random(10, WIDTH, 2);
        Linear joined =
                new Linear(Samples.random(WIDTH, 3 * WIDTH, 3), Samples.random(1, 3 * WIDTH, 4));
        Matrix rows = Matrix.zeros(10, 3 * WIDTH);
        joined.forward(table, rows, workers);
        Matrix out = out(attention, rows, Sequences.of(5, 5));
        OnnxRun.assertGives(
                positions(out, 0, 1, 2, 3, 4),
                codes,
                (graph, in) -> everyPosition(attention, joined, graph, rows(graph, table, in)));
        OnnxRun.assertGives(
                positions(out, 0, 3, 4),
                codes,
                (graph, in) -> newestPositions(attention, joined, graph, rows(graph, table, in)));
        OnnxRun.assertGives(
                positions(out, 4),
                codes,
                (graph, in) -> lastPosition(attention, joined, graph, rows(graph, table, in)));
    }

    /** Rows of the two sequences of five, side by side. */
    private static Matrix positions(Matrix out, int... positions) {
        Matrix found = Matrix.zeros(2, positions.length * WIDTH);
        for (int sequence = 0; sequence < 2; sequence++) {
            for (int at = 0; at < positions.length; at++) {
                int from = out.offset(5 * sequence + positions[at]);
                int to = found.offset(sequence) + at * WIDTH;
                System.arraycopy(out.values(), from, found.values(), to, WIDTH);
            }
        }
        return found;
    }

    private static OnnxValue rows(OnnxGraph graph, Matrix table, OnnxValue codes) {
        return graph.node("Gather", graph.constant(table), codes);
    }

    private static OnnxValue everyPosition(
            CausalAttention attention, Linear joined, OnnxGraph graph, OnnxValue rows) {
        OnnxValue biases = attention.graph().biases(graph, shape(graph, rows));
        return graph.node("Flatten", attention.graph().attended(graph, joined, rows, rows, biases));
    }

    private static OnnxValue newestPositions(
            CausalAttention attention, Linear joined, OnnxGraph graph, OnnxValue rows) {
        OnnxValue first = graph.slice(rows, 1, 0, 1);
        OnnxValue newest = graph.slice(rows, 1, -NEWEST, Integer.MAX_VALUE);
        OnnxValue asking = graph.joined(List.of(first, newest));
        OnnxValue biases = attention.graph().biasesOfNewest(graph, shape(graph, rows), NEWEST);
        return graph.node(
                "Flatten", attention.graph().attended(graph, joined, asking, rows, biases));
    }

    private static OnnxValue lastPosition(
            CausalAttention attention, Linear joined, OnnxGraph graph, OnnxValue rows) {
        OnnxValue last = graph.slice(rows, 1, -1, Integer.MAX_VALUE);
        OnnxValue biases = attention.graph().biasesOfLast(graph, shape(graph, rows));
        return graph.node(
                "Flatten", attention.graph().attendedByOne(graph, joined, last, rows, biases));
    }

    /** {@code [N, 1, 1, T]}. */
    private static OnnxValue shape(OnnxGraph graph, OnnxValue rows) {
        OnnxValue first = graph.pick(rows, 2, 0);
        return graph.node("Unsqueeze", first, graph.integers(1, 2));
    }

    @Test
    void refusesHeadsThatNoVectorFills() {
        assertThatThrownBy(() -> new CausalAttention(Matrix.zeros(4, 9), 32, 8, 10))
                .hasMessage("4 heads of rows 32 wide, expected heads of a multiple of 16");
    }
}
