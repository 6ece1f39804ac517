package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class CausalAttentionTest {
    private static final int WIDTH = 32;
    private static final int LONGEST = 120;

    private final Workers workers = Workers.of(2);

    @AfterEach
    void close() {
        workers.close();
    }

    private static CausalAttention attention(Matrix biases) {
        return new CausalAttention(biases, WIDTH, 200);
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

    @Test
    void itsGradientsAreTheLossesSlopesBeyondOneBlockOfRows() {
        CausalAttention attention = attention(Samples.random(2, LONGEST + 1, 1));
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
    void itsOnnxFormGivesTheSameAtEveryPositionAndAtTheLast() {
        CausalAttention attention = attention(Samples.random(2, LONGEST + 1, 1));
        int[][] codes = {{0, 1, 2, 3, 4}, {5, 6, 7, 8, 9}};
        Matrix table = Samples.random(10, WIDTH, 2);
        Linear joined =
                new Linear(Samples.random(WIDTH, 3 * WIDTH, 3), Samples.random(1, 3 * WIDTH, 4));
        Matrix rows = Matrix.zeros(10, 3 * WIDTH);
        joined.forward(table, rows, workers);
        Matrix out = out(attention, rows, Sequences.of(5, 5));
        Matrix all = Matrix.zeros(2, 5 * WIDTH);
        Matrix last = Matrix.zeros(2, WIDTH);
        for (int row = 0; row < 10; row++) {
            int place = row % 5 * WIDTH;
            System.arraycopy(
                    out.values(),
                    out.offset(row),
                    all.values(),
                    all.offset(row / 5) + place,
                    WIDTH);
        }
        for (int sequence = 0; sequence < 2; sequence++) {
            System.arraycopy(
                    out.values(),
                    out.offset(5 * sequence + 4),
                    last.values(),
                    last.offset(sequence),
                    WIDTH);
        }
        OnnxRun.assertGives(
                all,
                codes,
                (graph, in) -> everyPosition(attention, joined, graph, rows(graph, table, in)));
        OnnxRun.assertGives(
                last,
                codes,
                (graph, in) -> lastPosition(attention, joined, graph, rows(graph, table, in)));
    }

    private static OnnxValue rows(OnnxGraph graph, Matrix table, OnnxValue codes) {
        return graph.node("Gather", graph.constant(table), codes);
    }

    private static OnnxValue everyPosition(
            CausalAttention attention, Linear joined, OnnxGraph graph, OnnxValue rows) {
        OnnxValue biases = attention.graph().biases(graph, shape(graph, rows));
        return graph.node("Flatten", attention.graph().attended(graph, joined, rows, biases));
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
        assertThatThrownBy(() -> new CausalAttention(Matrix.zeros(4, 9), 32, 10))
                .hasMessage("4 heads of rows 32 wide, expected heads of a multiple of 16");
    }
}
