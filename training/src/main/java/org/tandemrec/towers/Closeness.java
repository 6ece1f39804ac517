package org.tandemrec.towers;

import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;

/**
 * What events have in common because they are close in time: within a session a person's taste is
 * one, within minutes their mood, within seconds the page that they look at. Each fades with the
 * seconds between two events, {@code share x exp(-seconds / fading)}. Effects of sessions on
 * ratings: Koren, "Collaborative filtering with temporal dynamics", 2009.
 *
 * @param session how much more the likeness of items counts within a session
 * @param mood variance that events within a mood share, beside a variance of 1 of what nothing
 *     explains
 * @param page the same of events on one page
 */
public record Closeness(Fading session, Fading mood, Fading page) {
    /** Nothing in common. */
    public static final Closeness NONE =
            new Closeness(new Fading(0, 1), new Fading(0, 1), new Fading(0, 1));

    /** Seconds in which everything fades. */
    static final long NEVER = Long.MAX_VALUE;

    private static final double FORGOTTEN = 80;

    /**
     * A share that fades.
     *
     * @param share at the same moment, at least 0
     * @param seconds in which it becomes 1/e of that, above 0
     */
    public record Fading(double share, double seconds) {
        /** What is left of the share. */
        float after(long apart) {
            double ages = apart / seconds;
            return ages > FORGOTTEN ? 0 : (float) (share * Math.exp(-ages));
        }

        /** The same of float seconds of any shape, times how much the share counts. */
        OnnxValue onnx(OnnxGraph graph, OnnxValue apart, OnnxValue counts) {
            OnnxValue ages = graph.node("Mul", apart, graph.number((float) (-1 / seconds)));
            OnnxValue most = graph.node("Mul", counts, graph.number((float) share));
            return graph.node("Mul", graph.node("Exp", ages), most);
        }
    }

    /** Whether moments change anything. */
    boolean counts() {
        return session.share() + mood.share() + page.share() > 0;
    }

    /** How much the likeness of two events' items counts: 1 at the same moment. */
    float ofItems(long apart) {
        return (1 + session.after(apart)) / (float) (1 + session.share());
    }

    /** What two events have in common whatever their items. */
    float alone(long apart) {
        return mood.after(apart) + page.after(apart);
    }

    /**
     * {@link #ofItems} of float seconds of any shape.
     *
     * @param timed 1 where any moment is known; where it is 0, likeness counts in full
     */
    OnnxValue ofItems(OnnxGraph graph, OnnxValue apart, OnnxValue timed) {
        OnnxValue one = graph.number(1);
        OnnxValue share = graph.node("Mul", timed, graph.number((float) session.share()));
        OnnxValue rest = graph.node("Div", one, graph.node("Add", share, one));
        OnnxValue counts = graph.node("Mul", timed, rest);
        return graph.node("Add", session.onnx(graph, apart, counts), rest);
    }

    /**
     * {@link #alone} of float seconds of any shape.
     *
     * @param timed 1 where any moment is known; where it is 0, nothing is in common
     */
    OnnxValue alone(OnnxGraph graph, OnnxValue apart, OnnxValue timed) {
        return graph.node("Add", mood.onnx(graph, apart, timed), page.onnx(graph, apart, timed));
    }
}
