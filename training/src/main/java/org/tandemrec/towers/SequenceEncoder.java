package org.tandemrec.towers;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.HistoryPart;
import org.tandemrec.layers.DenseParameter;
import org.tandemrec.layers.Dropout;
import org.tandemrec.layers.LayerNorm;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.layers.Parameter;
import org.tandemrec.parts.UserInputs;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/** An encoder of attention blocks. The items' vectors are also what events are read as (tied). */
public final class SequenceEncoder implements HistoryEncoder {
    private static final float NEVER = -1e9f;

    private final SequencePlan plan;
    private final SequenceInput input;
    private final List<SequenceBlock> blocks;
    private final LayerNorm norm;
    private final Dropout dropout;
    private final Matrix first;
    private final Matrix vectors;
    private final Matrix gradient;

    /**
     * An untrained encoder.
     *
     * @param users whose attributes are read
     * @param items where the items' vectors start, one row an item, the unknown one first; become
     *     its own
     * @param seed of its first parameters
     */
    public SequenceEncoder(
            EncodedTable users, Matrix items, SequenceReads reads, SequencePlan plan, long seed) {
        this(
                plan,
                new SequenceInput(users, reads, items),
                blocks(plan, new SplittableRandom(seed)),
                new LayerNorm(plan.width(), plan.capacity()));
    }

    private SequenceEncoder(
            SequencePlan plan, SequenceInput input, List<SequenceBlock> blocks, LayerNorm norm) {
        this.plan = plan;
        this.input = input;
        this.blocks = blocks;
        this.norm = norm;
        this.dropout = new Dropout(plan.dropout(), plan.width(), plan.capacity());
        this.first = Matrix.zeros(plan.capacity(), plan.width());
        this.vectors = Matrix.zeros(plan.capacity(), plan.width());
        this.gradient = Matrix.zeros(plan.capacity(), plan.width());
    }

    private static List<SequenceBlock> blocks(SequencePlan plan, SplittableRandom seeds) {
        List<SequenceBlock> blocks = new ArrayList<>();
        for (int block = 0; block < plan.blocks(); block++) {
            blocks.add(new SequenceBlock(plan, plan.reach(block), seeds));
        }
        return blocks;
    }

    @Override
    public SequenceEncoder sharing() {
        return new SequenceEncoder(
                plan,
                input.sharing(),
                blocks.stream().map(SequenceBlock::sharing).toList(),
                norm.sharing());
    }

    @Override
    public List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>(input.parameters());
        blocks.forEach(block -> parameters.addAll(block.parameters()));
        parameters.addAll(norm.parameters());
        return List.copyOf(parameters);
    }

    @Override
    public int width() {
        return plan.width();
    }

    /** No vector is longer than this, but for its last component. */
    public double longestVector() {
        return norm.longestRow();
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
        return input.items();
    }

    @Override
    public Matrix forward(EventBatch batch, Chance chance, Workers workers) {
        Matrix rows = first.first(batch.rows());
        input.forward(batch, rows);
        chance.drop(dropout, rows, workers);
        for (SequenceBlock block : blocks) {
            rows = block.forward(rows, batch.sequences(), chance, workers);
        }
        Matrix result = vectors.first(batch.rows());
        norm.forward(rows, result, workers);
        LastComponent.fill(result, 1);
        return result;
    }

    @Override
    public Matrix vectorGradient(int rows) {
        return gradient.first(rows);
    }

    @Override
    public void backward(EventBatch batch, Workers workers) {
        Matrix byVectors = gradient.first(batch.rows());
        LastComponent.fill(byVectors, 0);
        Matrix byRows = vectors.first(batch.rows());
        byRows.clear();
        norm.backward(byVectors, byRows, workers);
        for (int block = blocks.size() - 1; block >= 0; block--) {
            Matrix in =
                    block == 0
                            ? first.first(batch.rows())
                            : blocks.get(block - 1).result(batch.rows());
            blocks.get(block).backward(in, batch.sequences(), byRows, workers);
        }
        dropout.backward(byRows, workers);
        input.backward(batch, byRows);
    }

    @Override
    public OnnxValue onnx(OnnxGraph graph, UserInputs inputs, EncodedTable people) {
        OnnxValue history = SequenceInput.newest(graph, inputs, HistoryPart.ROWS, plan.longest());
        OnnxValue person = input.onnxOfPeople(graph, inputs, people);
        OnnxValue first = graph.node("Unsqueeze", person, graph.integers(1));
        OnnxValue events = input.onnxOfEvents(graph, inputs, plan.longest());
        OnnxValue rows = graph.joined(List.of(first, events));
        OnnxValue padding = graph.floats(graph.node("Equal", history, graph.scalar(0)));
        OnnxValue mask = mask(graph, padding);
        int last = blocks.size() - 1;
        for (int block = 0; block < last - 1; block++) {
            rows = blocks.get(block).onnx(graph, rows, mask);
        }
        if (last > 0) {
            int reach = plan.reach(last);
            rows = blocks.get(last - 1).onnxOfNewest(graph, rows, mask, reach);
            mask = SequenceBlock.firstAndNewest(graph, mask, 3, reach);
        }
        OnnxValue asking = asking(graph, rows, history);
        OnnxValue row = blocks.getLast().onnxOfLast(graph, rows, asking, mask);
        OnnxValue vector = graph.node("Squeeze", norm.onnx(graph, row), graph.integers(1));
        return LastComponent.onnx(graph, vector, plan.width());
    }

    /** Keeps all from looking at padding; {@code [N, 1, 1, T]}, the person in front. */
    private static OnnxValue mask(OnnxGraph graph, OnnxValue padding) {
        OnnxValue none = graph.node("Mul", graph.slice(padding, 1, 0, 1), graph.number(0));
        OnnxValue all = graph.joined(List.of(none, padding));
        OnnxValue mask = graph.node("Mul", all, graph.number(NEVER));
        return graph.node("Unsqueeze", mask, graph.integers(1, 2));
    }

    /** The last event's row; the person's where there is no event. */
    private static OnnxValue asking(OnnxGraph graph, OnnxValue rows, OnnxValue history) {
        OnnxValue code = graph.slice(history, 1, -1, Integer.MAX_VALUE);
        OnnxValue empty = graph.node("Equal", code, graph.scalar(0));
        OnnxValue person = graph.slice(rows, 1, 0, 1);
        OnnxValue last = graph.slice(rows, 1, -1, Integer.MAX_VALUE);
        OnnxValue shaped = graph.node("Unsqueeze", empty, graph.integers(2));
        return graph.node("Where", shaped, person, last);
    }
}
