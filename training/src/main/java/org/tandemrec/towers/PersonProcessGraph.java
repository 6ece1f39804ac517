package org.tandemrec.towers;

import java.util.List;
import org.tandemrec.data.TimeColumn;
import org.tandemrec.features.HistoryPart;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.vectors.Matrix;

/**
 * {@link PersonProcess} as nodes of a graph; N is the number of people, L of events, M of those
 * that are read, A of axes.
 */
final class PersonProcessGraph {
    /** Far beyond any fading. */
    private static final float NEVER = 1e30f;

    private final OnnxGraph graph;
    private final HistoryGraph inputs;
    private final Closeness closeness;
    private final OnnxValue rows;

    PersonProcessGraph(OnnxGraph graph, HistoryGraph inputs, Matrix places, Closeness closeness) {
        this.graph = graph;
        this.closeness = closeness;
        this.inputs = inputs;
        OnnxValue met = graph.node("Unsqueeze", newest(inputs.met()), graph.integers(2));
        OnnxValue history = newest(inputs.history());
        this.rows = node("Mul", graph.node("Gather", graph.constant(places), history), met);
    }

    /**
     * The moves, float {@code [N, A + 1]}.
     *
     * @param residuals what is left of each event, zero where there is none, {@code [N, L]}
     */
    OnnxValue moves(OnnxValue residuals) {
        OnnxValue left = newest(residuals);
        OnnxValue turned = graph.node("Transpose", "perm", new long[] {0, 2, 1}, rows);
        OnnxValue products = node("MatMul", rows, turned);
        if (!closeness.counts()) {
            OnnxValue weights = weights(left, products);
            OnnxValue none = node("Mul", inputs.count(), graph.number(0));
            return graph.joined(List.of(alongAxes(weights), none));
        }
        OnnxValue ages = newest(inputs.inputs().events(HistoryPart.AGES));
        OnnxValue isKnown =
                graph.floats(node("Greater", ages, graph.integer(TimeColumn.MISSING / 2)));
        OnnxValue known = node("Mul", isKnown, newest(inputs.met()));
        OnnxValue age = node("Mul", ages, graph.integers(known));
        OnnxValue never = node("Mul", node("Sub", graph.number(1), known), graph.number(NEVER));
        OnnxValue timed = node("Min", graph.sumInPlace(known, 1), graph.number(1));
        OnnxValue apart = apart(age, never);
        OnnxValue ofAll = graph.node("Unsqueeze", timed, graph.integers(2));
        OnnxValue common =
                node(
                        "Add",
                        node("Mul", products, closeness.ofItems(graph, apart, ofAll)),
                        closeness.alone(graph, apart));
        OnnxValue weights = weights(left, common);
        OnnxValue before = node("Add", graph.floats(graph.node("Abs", age)), never);
        OnnxValue alone = node("Mul", weights, closeness.alone(graph, before));
        return graph.joined(
                List.of(
                        alongAxes(node("Mul", weights, closeness.ofItems(graph, before, timed))),
                        graph.sumInPlace(alone, 1)));
    }

    private OnnxValue newest(OnnxValue events) {
        return graph.slice(events, 1, -PersonProcess.NEWEST, Integer.MAX_VALUE);
    }

    /** Seconds between each two events, {@code [N, M, M]}. */
    private OnnxValue apart(OnnxValue age, OnnxValue never) {
        OnnxValue one = graph.node("Unsqueeze", age, graph.integers(2));
        OnnxValue other = graph.node("Unsqueeze", age, graph.integers(1));
        OnnxValue seconds = graph.floats(graph.node("Abs", node("Sub", one, other)));
        OnnxValue ofOne = node("Add", seconds, graph.node("Unsqueeze", never, graph.integers(2)));
        return node("Add", ofOne, graph.node("Unsqueeze", never, graph.integers(1)));
    }

    private OnnxValue alongAxes(OnnxValue weights) {
        OnnxValue asRow = graph.node("Unsqueeze", weights, graph.integers(1));
        return graph.node("Squeeze", node("MatMul", asRow, rows), graph.integers(1));
    }

    /** The rounds, {@code [N, M]}; steps have the shape [N, 1, M], what they share [N, 1, 1]. */
    private OnnxValue weights(OnnxValue left, OnnxValue common) {
        OnnxValue squares = graph.sumInPlace(graph.sumInPlace(node("Mul", common, common), 2), 1);
        OnnxValue spread =
                node("Max", graph.node("Sqrt", squares), graph.number(PersonProcess.NOTHING));
        OnnxValue radius = node("Mul", spread, graph.number(0.5f));
        OnnxValue centre = node("Add", radius, graph.number(1));
        OnnxValue twice = node("Div", node("Add", centre, centre), radius);
        OnnxValue ratio = node("Div", radius, centre);
        OnnxValue rest = graph.node("Unsqueeze", left, graph.integers(1));
        OnnxValue step = node("Div", rest, centre);
        OnnxValue weights = step;
        for (int round = 1; round < PersonProcess.ROUNDS; round++) {
            OnnxValue image = node("Add", node("MatMul", step, common), step);
            rest = node("Sub", rest, image);
            OnnxValue next = node("Div", graph.number(1), node("Sub", twice, ratio));
            OnnxValue kept = node("Mul", step, node("Mul", next, ratio));
            OnnxValue added = node("Mul", rest, node("Div", node("Add", next, next), radius));
            step = node("Add", kept, added);
            weights = node("Add", weights, step);
            ratio = next;
        }
        return graph.node("Squeeze", weights, graph.integers(1));
    }

    private OnnxValue node(String operator, OnnxValue left, OnnxValue right) {
        return graph.node(operator, left, right);
    }
}
