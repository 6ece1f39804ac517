package org.tandemrec.towers;

import java.util.ArrayList;
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
    private static final long NEVER = 1_000_000_000_000_000L;

    private final OnnxGraph graph;
    private final HistoryGraph inputs;
    private final Closeness closeness;
    private final OnnxValue rows;

    PersonProcessGraph(OnnxGraph graph, HistoryGraph inputs, Matrix places, Closeness closeness) {
        this.graph = graph;
        this.closeness = closeness;
        this.inputs = inputs;
        OnnxValue met = newest(inputs.met());
        OnnxValue history = newest(inputs.history());
        this.rows =
                node("Mul", graph.node("Gather", graph.constant(places), history), asColumn(met));
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
        OnnxValue timed = node("Min", graph.sumInPlace(known, 1), graph.number(1));
        OnnxValue age = ages(ages, known);
        OnnxValue apart = apart(age);
        OnnxValue ofAll = asColumn(timed);
        OnnxValue common =
                node(
                        "Add",
                        node("Mul", products, closeness.ofItems(graph, apart, ofAll)),
                        closeness.alone(graph, apart, ofAll));
        OnnxValue weights = weights(left, common);
        OnnxValue before = graph.node("Abs", graph.floats(age));
        OnnxValue alone = node("Mul", weights, closeness.alone(graph, before, timed));
        return graph.joined(
                List.of(
                        alongAxes(node("Mul", weights, closeness.ofItems(graph, before, timed))),
                        graph.sumInPlace(alone, 1)));
    }

    /** Ages in seconds, exact; what has none lies far from everything, double {@code [N, M]}. */
    private OnnxValue ages(OnnxValue ages, OnnxValue known) {
        OnnxValue unknown = node("Sub", graph.number(1), known);
        OnnxValue place = node("Mul", graph.node("CumSum", unknown, graph.integer(1)), unknown);
        OnnxValue far = node("Mul", graph.integers(place), graph.integer(NEVER));
        OnnxValue own = node("Mul", ages, graph.integers(known));
        return graph.doubles(node("Add", own, far));
    }

    private OnnxValue newest(OnnxValue events) {
        return graph.slice(events, 1, -PersonProcess.NEWEST, Integer.MAX_VALUE);
    }

    /** Seconds between each two events, {@code [N, M, M]}. */
    private OnnxValue apart(OnnxValue age) {
        return graph.node("Abs", graph.floats(node("Sub", asColumn(age), asRow(age))));
    }

    private OnnxValue alongAxes(OnnxValue weights) {
        return graph.node("Squeeze", node("MatMul", asRow(weights), rows), graph.integers(1));
    }

    private OnnxValue asRow(OnnxValue in) {
        return graph.node("Unsqueeze", in, graph.integers(1));
    }

    private OnnxValue asColumn(OnnxValue in) {
        return graph.node("Unsqueeze", in, graph.integers(2));
    }

    /**
     * The weights, {@code [N, M]}; polynomials have the shape [N, 1, M]. Padding has things in
     * common with itself, which widens the bound of the eigenvalues a little and changes nothing
     * else.
     */
    private OnnxValue weights(OnnxValue left, OnnxValue common) {
        OnnxValue squares = graph.sumInPlace(graph.sumInPlace(node("Mul", common, common), 2), 1);
        OnnxValue spread =
                node("Max", graph.node("Sqrt", squares), graph.number(PersonProcess.NOTHING));
        OnnxValue polynomial = asRow(left);
        List<OnnxValue> polynomials = new ArrayList<>(List.of(polynomial));
        OnnxValue image = node("MatMul", polynomial, common);
        OnnxValue step = node("Mul", image, node("Div", graph.number(-2), spread));
        OnnxValue scale = node("Div", graph.number(-4), spread);
        while (polynomials.size() < PersonProcess.DEGREES) {
            polynomial = node("Add", polynomial, step);
            polynomials.add(polynomial);
            image = node("MatMul", polynomial, common);
            step = node("Add", step, node("Mul", image, scale));
        }
        OnnxValue shares = shares(spread);
        OnnxValue weights = node("MatMul", shares, graph.joined(polynomials));
        return graph.node("Squeeze", weights, graph.integers(1));
    }

    /** How much each polynomial counts, {@code [N, 1, degrees]}. */
    private OnnxValue shares(OnnxValue spread) {
        OnnxValue one = graph.number(1);
        OnnxValue root = graph.node("Sqrt", node("Add", spread, one));
        float[] degrees = new float[PersonProcess.DEGREES];
        float[] factors = new float[PersonProcess.DEGREES];
        for (int degree = 0; degree < degrees.length; degree++) {
            degrees[degree] = degree;
            factors[degree] = degree == 0 ? 1 : 2;
        }
        OnnxValue radius = node("Mul", spread, graph.number(0.5f));
        OnnxValue ratio = node("Div", radius, node("Add", node("Add", radius, one), root));
        OnnxValue powers = node("Pow", ratio, graph.constant(degrees, degrees.length));
        OnnxValue factor = node("Div", graph.constant(factors, factors.length), root);
        return node("Mul", powers, factor);
    }

    private OnnxValue node(String operator, OnnxValue left, OnnxValue right) {
        return graph.node(operator, left, right);
    }
}
