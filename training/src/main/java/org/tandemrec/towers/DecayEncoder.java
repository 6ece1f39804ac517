package org.tandemrec.towers;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.HistoryPart;
import org.tandemrec.layers.DecayBank;
import org.tandemrec.layers.Dense;
import org.tandemrec.layers.DenseParameter;
import org.tandemrec.layers.Dropout;
import org.tandemrec.layers.LayerNorm;
import org.tandemrec.layers.Linear;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.layers.Parameter;
import org.tandemrec.layers.Start;
import org.tandemrec.layers.SwishGate;
import org.tandemrec.parts.UserInputs;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * An encoder that sums up all events, each column forgetting at its own rate ({@link DecayBank}):
 * {@code y = norm(memory); vector = linear(y) + linear(swish(linear(y)) * linear(y))}. Costs
 * little: work grows with the number of events, not with its square. Events are read as vectors of
 * their own, not as those of the items.
 */
public final class DecayEncoder implements HistoryEncoder {
    private final DecayPlan plan;
    private final SequenceInput input;
    private final DenseParameter items;
    private final DecayBank bank;
    private final LayerNorm norm;
    private final Dense straight;
    private final Linear gating;
    private final Linear gated;
    private final Linear narrow;
    private final Dropout dropout;
    private final Dropout hiddenDropout;
    private final Workspace space;

    /**
     * An untrained encoder.
     *
     * @param users whose attributes are read
     * @param events what events are read as at first, one row an item, the unknown one first, which
     *     is zero; become its own
     * @param items where the items' vectors start, row by row; become its own
     * @param seed of its first parameters
     */
    public DecayEncoder(
            EncodedTable users,
            Matrix events,
            Matrix items,
            SequenceReads reads,
            DecayPlan plan,
            long seed) {
        this(
                plan,
                new SequenceInput(users, reads, events),
                items,
                new LayerNorm(plan.width(), plan.capacity()),
                new Dense(normal(plan.width(), plan.width(), seed)),
                linears(plan, new SplittableRandom(seed)));
    }

    private DecayEncoder(
            DecayPlan plan,
            SequenceInput input,
            Matrix items,
            LayerNorm norm,
            Dense straight,
            List<Linear> linears) {
        this.plan = plan;
        this.input = input;
        this.items = new DenseParameter(items);
        this.bank =
                new DecayBank(
                        plan.width(), DecayPlan.SHORTEST_LIFETIME, DecayPlan.LONGEST_LIFETIME);
        this.norm = norm;
        this.straight = straight;
        this.gating = linears.get(0);
        this.gated = linears.get(1);
        this.narrow = linears.get(2);
        this.dropout = new Dropout(plan.dropout(), plan.width(), plan.capacity());
        this.hiddenDropout = new Dropout(plan.dropout(), plan.hidden(), plan.capacity());
        this.space = new Workspace(plan);
    }

    private static List<Linear> linears(DecayPlan plan, SplittableRandom seeds) {
        return List.of(
                linear(plan.width(), plan.hidden(), seeds),
                linear(plan.width(), plan.hidden(), seeds),
                linear(plan.hidden(), plan.width(), seeds));
    }

    private static Linear linear(int inputs, int outputs, SplittableRandom seeds) {
        return new Linear(normal(inputs, outputs, seeds.nextLong()));
    }

    private static Matrix normal(int inputs, int outputs, long seed) {
        return Start.normal(inputs, outputs, 1 / Math.sqrt(inputs), seed);
    }

    private List<Linear> linears() {
        return List.of(gating, gated, narrow);
    }

    @Override
    public DecayEncoder sharing() {
        return new DecayEncoder(
                plan,
                input.sharing(),
                items.values(),
                norm.sharing(),
                straight.sharing(),
                linears().stream().map(Linear::sharing).toList());
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(List.of(items));
        parameters.addAll(input.parameters());
        parameters.addAll(norm.parameters());
        parameters.addAll(straight.parameters());
        linears().forEach(linear -> parameters.addAll(linear.parameters()));
        return List.copyOf(parameters);
    }

    @Override
    public int width() {
        return plan.width();
    }

    @Override
    public int longest() {
        return plan.longest();
    }

    @Override
    public int capacity() {
        return plan.capacity();
    }

    @Override
    public DenseParameter items() {
        return items;
    }

    @Override
    public Matrix forward(EventBatch batch, Chance chance, Workers workers) {
        int rows = batch.rows();
        Matrix in = space.in.first(rows);
        input.forward(batch, in);
        chance.drop(dropout, in, workers);
        bank.forward(in, batch.sequences(), space.memory.first(rows), workers);
        Matrix normed = space.normed.first(rows);
        norm.forward(space.memory.first(rows), normed, workers);
        gating.forward(normed, space.gating.first(rows), workers);
        gated.forward(normed, space.gated.first(rows), workers);
        Matrix hidden = space.hidden.first(rows);
        SwishGate.forward(
                space.gating.first(rows),
                space.gated.first(rows),
                space.open.first(rows),
                hidden,
                workers);
        chance.drop(hiddenDropout, hidden, workers);
        Matrix vectors = space.vectors.first(rows);
        narrow.forward(hidden, vectors, workers);
        straight.forward(normed, vectors, workers);
        LastComponent.fill(vectors, 1);
        return vectors;
    }

    @Override
    public Matrix vectorGradient(int rows) {
        return space.gradient.first(rows);
    }

    @Override
    public void backward(EventBatch batch, Workers workers) {
        int rows = batch.rows();
        Matrix byVectors = space.gradient.first(rows);
        LastComponent.fill(byVectors, 0);
        Matrix normed = space.normed.first(rows);
        Matrix byNormed = cleared(space.vectors, rows);
        straight.backward(normed, byVectors, byNormed, workers);
        Matrix byHidden = cleared(space.byHidden, rows);
        narrow.backward(space.hidden.first(rows), byVectors, byHidden, workers);
        hiddenDropout.backward(byHidden, workers);
        SwishGate.backward(
                space.gating.first(rows),
                space.gated.first(rows),
                space.open.first(rows),
                byHidden,
                workers);
        gating.backward(normed, space.gating.first(rows), byNormed, workers);
        gated.backward(normed, space.gated.first(rows), byNormed, workers);
        Matrix byMemory = cleared(space.in, rows);
        norm.backward(byNormed, byMemory, workers);
        bank.backward(byMemory, batch.sequences(), workers);
        dropout.backward(byMemory, workers);
        input.backward(batch, byMemory);
    }

    private static Matrix cleared(Matrix matrix, int rows) {
        Matrix first = matrix.first(rows);
        first.clear();
        return first;
    }

    @Override
    public OnnxValue onnx(OnnxGraph graph, UserInputs inputs, EncodedTable people) {
        OnnxValue person = input.onnxOfPeople(graph, inputs, people);
        OnnxValue count = graph.node("Min", inputs.count(), graph.integer(plan.longest()));
        OnnxValue left = bank.onnxOfLeft(graph, count, plan.longest());
        OnnxValue memory =
                graph.node(
                        "Add",
                        graph.node("Mul", person, left),
                        graph.sum(weighted(graph, inputs), 1));
        OnnxValue normed = norm.onnx(graph, memory);
        OnnxValue hidden =
                SwishGate.onnx(graph, gating.onnx(graph, normed), gated.onnx(graph, normed));
        OnnxValue vector =
                graph.node("Add", straight.onnx(graph, normed), narrow.onnx(graph, hidden));
        return LastComponent.onnx(graph, vector, plan.width());
    }

    /** What is left of every event after those that followed it; padding is zero. */
    private OnnxValue weighted(OnnxGraph graph, UserInputs inputs) {
        OnnxValue events = input.onnxOfEvents(graph, inputs, plan.longest());
        OnnxValue ages = graph.slice(inputs.ages(), 0, -plan.longest(), Integer.MAX_VALUE);
        OnnxValue left = bank.onnxOfLeft(graph, ages, plan.longest());
        OnnxValue history = SequenceInput.newest(graph, inputs, HistoryPart.ROWS, plan.longest());
        OnnxValue met = graph.floats(graph.node("Min", history, graph.integer(1)));
        OnnxValue shaped = graph.node("Unsqueeze", met, graph.integers(2));
        return graph.node("Mul", graph.node("Mul", events, left), shaped);
    }

    /** Rows between the layers, of one batch. */
    private static final class Workspace {
        private final Matrix in;
        private final Matrix memory;
        private final Matrix normed;
        private final Matrix gating;
        private final Matrix gated;
        private final Matrix open;
        private final Matrix hidden;
        private final Matrix byHidden;
        private final Matrix vectors;
        private final Matrix gradient;

        Workspace(DecayPlan plan) {
            this.in = Matrix.zeros(plan.capacity(), plan.width());
            this.memory = Matrix.zeros(plan.capacity(), plan.width());
            this.normed = Matrix.zeros(plan.capacity(), plan.width());
            this.gating = Matrix.zeros(plan.capacity(), plan.hidden());
            this.gated = Matrix.zeros(plan.capacity(), plan.hidden());
            this.open = Matrix.zeros(plan.capacity(), plan.hidden());
            this.hidden = Matrix.zeros(plan.capacity(), plan.hidden());
            this.byHidden = Matrix.zeros(plan.capacity(), plan.hidden());
            this.vectors = Matrix.zeros(plan.capacity(), plan.width());
            this.gradient = Matrix.zeros(plan.capacity(), plan.width());
        }
    }
}
