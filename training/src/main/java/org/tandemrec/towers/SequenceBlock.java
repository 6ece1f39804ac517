package org.tandemrec.towers;

import java.util.List;
import java.util.SplittableRandom;
import org.tandemrec.layers.AttentionGraph;
import org.tandemrec.layers.CausalAttention;
import org.tandemrec.layers.Dropout;
import org.tandemrec.layers.Gate;
import org.tandemrec.layers.LayerNorm;
import org.tandemrec.layers.Linear;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.layers.Parameter;
import org.tandemrec.layers.Sequences;
import org.tandemrec.layers.Start;
import org.tandemrec.layers.SwishGate;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * Attention, then a feed-forward layer, each added through a gate that reads the row itself (LiGR:
 * Hertel et al. 2024): {@code y = x + sigmoid(linear(x)) * dropout(linear(attention(norm(x))))},
 * and the same again with a SwiGLU layer in the attention's place.
 */
final class SequenceBlock {
    private static final double SLOPE = 0.7;
    private static final double NEXT_HEAD = 0.25;
    private static final double LEAD_DISTANCE = 16;

    private final SequencePlan plan;
    private final LayerNorm norm;
    private final Linear joined;
    private final CausalAttention attention;
    private final Linear out;
    private final Linear gate;
    private final LayerNorm secondNorm;
    private final Linear gating;
    private final Linear gated;
    private final Linear narrow;
    private final Linear secondGate;
    private final Dropout dropout;
    private final Dropout secondDropout;
    private final Workspace space;

    /**
     * An untrained block.
     *
     * @param reach how near the events are that one looks at
     */
    SequenceBlock(SequencePlan plan, int reach, SplittableRandom seeds) {
        this(
                plan,
                new LayerNorm(plan.width(), plan.capacity()),
                linear(plan.width(), 3 * plan.width(), 1, seeds),
                new CausalAttention(
                        biases(plan.heads(), reach), plan.width(), plan.longest(), plan.capacity()),
                linear(plan.width(), plan.width(), 0.5, seeds),
                linear(plan.width(), plan.width(), 1, seeds),
                new LayerNorm(plan.width(), plan.capacity()),
                linear(plan.width(), SequencePlan.WIDENING * plan.width(), 1, seeds),
                linear(plan.width(), SequencePlan.WIDENING * plan.width(), 1, seeds),
                linear(SequencePlan.WIDENING * plan.width(), plan.width(), 0.5, seeds),
                linear(plan.width(), plan.width(), 1, seeds));
    }

    private SequenceBlock(
            SequencePlan plan,
            LayerNorm norm,
            Linear joined,
            CausalAttention attention,
            Linear out,
            Linear gate,
            LayerNorm secondNorm,
            Linear gating,
            Linear gated,
            Linear narrow,
            Linear secondGate) {
        this.plan = plan;
        this.norm = norm;
        this.joined = joined;
        this.attention = attention;
        this.out = out;
        this.gate = gate;
        this.secondNorm = secondNorm;
        this.gating = gating;
        this.gated = gated;
        this.narrow = narrow;
        this.secondGate = secondGate;
        this.dropout = new Dropout(plan.dropout(), plan.width(), plan.capacity());
        this.secondDropout = new Dropout(plan.dropout(), plan.width(), plan.capacity());
        this.space = new Workspace(plan);
    }

    private static Linear linear(int inputs, int outputs, double part, SplittableRandom seeds) {
        double deviation = part / Math.sqrt(inputs);
        return new Linear(Start.normal(inputs, outputs, deviation, seeds.nextLong()));
    }

    /** Heads that lean on the recent, the first the most. */
    private static Matrix biases(int heads, int reach) {
        Matrix biases = Matrix.zeros(heads, reach + 1);
        for (int head = 0; head < heads; head++) {
            double slope = SLOPE * StrictMath.pow(NEXT_HEAD, head);
            biases.set(head, 0, (float) (-slope * LEAD_DISTANCE));
            for (int distance = 0; distance < reach; distance++) {
                biases.set(head, reach - distance, (float) (-slope * distance));
            }
        }
        return biases;
    }

    /** A block with the same values, gradients of its own and as much room. */
    SequenceBlock sharing() {
        return new SequenceBlock(
                plan,
                norm.sharing(),
                joined.sharing(),
                attention.sharing(),
                out.sharing(),
                gate.sharing(),
                secondNorm.sharing(),
                gating.sharing(),
                gated.sharing(),
                narrow.sharing(),
                secondGate.sharing());
    }

    List<Parameter> parameters() {
        return Parameters.joined(
                List.of(
                        norm.parameters(),
                        joined.parameters(),
                        attention.parameters(),
                        out.parameters(),
                        gate.parameters(),
                        secondNorm.parameters(),
                        gating.parameters(),
                        gated.parameters(),
                        narrow.parameters(),
                        secondGate.parameters()));
    }

    /**
     * One row a row of {@code in}; they stand until the next call.
     *
     * @param chance drops numbers; empty outside training
     */
    Matrix forward(Matrix in, Sequences sequences, Chance chance, Workers workers) {
        int rows = in.rows();
        Matrix normed = space.normed.first(rows);
        norm.forward(in, normed, workers);
        joined.forward(normed, space.joined.first(rows), workers);
        attention.forward(space.joined.first(rows), sequences, space.attended.first(rows), workers);
        Matrix mixed = space.mixed.first(rows);
        out.forward(space.attended.first(rows), mixed, workers);
        chance.drop(dropout, mixed, workers);
        gate.forward(in, space.open.first(rows), workers);
        Matrix between = space.between.first(rows);
        System.arraycopy(in.values(), 0, between.values(), 0, rows * in.stride());
        Gate.forward(space.open.first(rows), mixed, between, workers);
        return feedForward(between, chance, workers);
    }

    private Matrix feedForward(Matrix between, Chance chance, Workers workers) {
        int rows = between.rows();
        secondNorm.forward(between, space.secondNormed.first(rows), workers);
        gating.forward(space.secondNormed.first(rows), space.gating.first(rows), workers);
        gated.forward(space.secondNormed.first(rows), space.gated.first(rows), workers);
        SwishGate.forward(
                space.gating.first(rows),
                space.gated.first(rows),
                space.gateOpen.first(rows),
                space.passed.first(rows),
                workers);
        Matrix narrowed = space.narrow.first(rows);
        narrow.forward(space.passed.first(rows), narrowed, workers);
        chance.drop(secondDropout, narrowed, workers);
        secondGate.forward(between, space.secondOpen.first(rows), workers);
        Matrix result = space.result.first(rows);
        System.arraycopy(between.values(), 0, result.values(), 0, rows * between.stride());
        Gate.forward(space.secondOpen.first(rows), narrowed, result, workers);
        return result;
    }

    /** The last result. */
    Matrix result(int rows) {
        return space.result.first(rows);
    }

    /** Turns the gradient by the last result into that by what went in. */
    void backward(Matrix in, Sequences sequences, Matrix gradient, Workers workers) {
        int rows = in.rows();
        backwardOfFeedForward(gradient, workers);
        Matrix mixed = space.mixed.first(rows);
        Gate.backward(space.open.first(rows), mixed, gradient, workers);
        dropout.backward(mixed, workers);
        gate.backward(in, space.open.first(rows), gradient, workers);
        Matrix attended = cleared(space.narrow, rows);
        out.backward(space.attended.first(rows), mixed, attended, workers);
        Matrix joinedGradient = space.joinedGradient.first(rows);
        attention.backward(space.joined.first(rows), sequences, attended, joinedGradient, workers);
        Matrix normedGradient = cleared(space.mixed, rows);
        joined.backward(space.normed.first(rows), joinedGradient, normedGradient, workers);
        norm.backward(normedGradient, gradient, workers);
    }

    private void backwardOfFeedForward(Matrix gradient, Workers workers) {
        int rows = gradient.rows();
        Matrix narrowed = space.narrow.first(rows);
        Gate.backward(space.secondOpen.first(rows), narrowed, gradient, workers);
        secondDropout.backward(narrowed, workers);
        secondGate.backward(
                space.between.first(rows), space.secondOpen.first(rows), gradient, workers);
        Matrix passed = cleared(space.passedGradient, rows);
        narrow.backward(space.passed.first(rows), narrowed, passed, workers);
        Matrix gatingGradient = space.gating.first(rows);
        Matrix gatedGradient = space.gated.first(rows);
        SwishGate.backward(
                gatingGradient, gatedGradient, space.gateOpen.first(rows), passed, workers);
        Matrix normedGradient = cleared(space.result, rows);
        Matrix normed = space.secondNormed.first(rows);
        gating.backward(normed, gatingGradient, normedGradient, workers);
        gated.backward(normed, gatedGradient, normedGradient, workers);
        secondNorm.backward(normedGradient, gradient, workers);
    }

    private static Matrix cleared(Matrix matrix, int rows) {
        Matrix part = matrix.first(rows);
        part.clear();
        return part;
    }

    /**
     * The rows of all positions, {@code [N, T, width]}.
     *
     * @param in of the same shape
     */
    OnnxValue onnx(OnnxGraph graph, OnnxValue in, OnnxValue mask) {
        OnnxValue normed = norm.onnx(graph, in);
        OnnxValue biases = attention.graph().biases(graph, mask);
        return onnxOf(graph, in, normed, normed, graph.node("Add", biases, mask));
    }

    /**
     * The rows of the first position and the newest, {@code [N, 1 + newest, width]}, which look at
     * all.
     */
    OnnxValue onnxOfNewest(OnnxGraph graph, OnnxValue in, OnnxValue mask, int newest) {
        OnnxValue normed = norm.onnx(graph, in);
        OnnxValue biases = attention.graph().biasesOfNewest(graph, mask, newest);
        return onnxOf(
                graph,
                firstAndNewest(graph, in, 1, newest),
                firstAndNewest(graph, normed, 1, newest),
                normed,
                graph.node("Add", biases, mask));
    }

    /** The first place of an axis, and the newest of the others. */
    static OnnxValue firstAndNewest(OnnxGraph graph, OnnxValue in, int axis, int newest) {
        OnnxValue first = graph.slice(in, axis, 0, 1);
        OnnxValue others = graph.slice(in, axis, 1, Integer.MAX_VALUE);
        return graph.node(
                "Concat",
                "axis",
                axis,
                first,
                graph.slice(others, axis, -newest, Integer.MAX_VALUE));
    }

    private OnnxValue onnxOf(
            OnnxGraph graph, OnnxValue in, OnnxValue asking, OnnxValue normed, OnnxValue scores) {
        OnnxValue seen = attention.graph().attended(graph, joined, asking, normed, scores);
        return onnxRest(graph, in, seen);
    }

    /**
     * The row of one position alone, {@code [N, 1, width]}, which looks at all.
     *
     * @param asking the row of that position
     */
    OnnxValue onnxOfLast(OnnxGraph graph, OnnxValue in, OnnxValue asking, OnnxValue mask) {
        AttentionGraph attended = attention.graph();
        OnnxValue scores = graph.node("Add", attended.biasesOfLast(graph, mask), mask);
        OnnxValue seen =
                attended.attendedByOne(
                        graph, joined, norm.onnx(graph, asking), norm.onnx(graph, in), scores);
        return onnxRest(graph, asking, seen);
    }

    private OnnxValue onnxRest(OnnxGraph graph, OnnxValue in, OnnxValue attended) {
        OnnxValue mixed = Gate.onnx(graph, gate.onnx(graph, in), out.onnx(graph, attended));
        OnnxValue between = graph.node("Add", in, mixed);
        OnnxValue normed = secondNorm.onnx(graph, between);
        OnnxValue passed =
                SwishGate.onnx(graph, gating.onnx(graph, normed), gated.onnx(graph, normed));
        OnnxValue narrowed =
                Gate.onnx(graph, secondGate.onnx(graph, between), narrow.onnx(graph, passed));
        return graph.node("Add", between, narrowed);
    }

    /** What a forward pass leaves for the way back; the way back uses it up. */
    private static final class Workspace {
        private final Matrix normed;
        private final Matrix joined;
        private final Matrix joinedGradient;
        private final Matrix attended;
        private final Matrix mixed;
        private final Matrix open;
        private final Matrix between;
        private final Matrix secondNormed;
        private final Matrix gating;
        private final Matrix gated;
        private final Matrix gateOpen;
        private final Matrix passed;
        private final Matrix passedGradient;
        private final Matrix narrow;
        private final Matrix secondOpen;
        private final Matrix result;

        private Workspace(SequencePlan plan) {
            int rows = plan.capacity();
            int width = plan.width();
            this.normed = Matrix.zeros(rows, width);
            this.joined = Matrix.zeros(rows, 3 * width);
            this.joinedGradient = Matrix.zeros(rows, 3 * width);
            this.attended = Matrix.zeros(rows, width);
            this.mixed = Matrix.zeros(rows, width);
            this.open = Matrix.zeros(rows, width);
            this.between = Matrix.zeros(rows, width);
            this.secondNormed = Matrix.zeros(rows, width);
            this.gating = Matrix.zeros(rows, SequencePlan.WIDENING * width);
            this.gateOpen = Matrix.zeros(rows, SequencePlan.WIDENING * width);
            this.gated = Matrix.zeros(rows, SequencePlan.WIDENING * width);
            this.passed = Matrix.zeros(rows, SequencePlan.WIDENING * width);
            this.passedGradient = Matrix.zeros(rows, SequencePlan.WIDENING * width);
            this.narrow = Matrix.zeros(rows, width);
            this.secondOpen = Matrix.zeros(rows, width);
            this.result = Matrix.zeros(rows, width);
        }
    }
}
