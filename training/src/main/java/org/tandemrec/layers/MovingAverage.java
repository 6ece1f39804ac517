package org.tandemrec.layers;

import java.util.List;
import org.tandemrec.vectors.Matrix;

/**
 * A running mean of parameters over the steps of a training, which does better than the last ones
 * (Polyak and Juditsky 1992). The first steps weigh more, so that the start is soon forgotten.
 */
public final class MovingAverage {
    private static final double HEAD_START = 10;

    private final List<Parameter> parameters;
    private final List<Matrix> means;
    private final double decay;
    private int steps;

    /**
     * The mean before the first step.
     *
     * @param decay how much of the mean a step leaves, in the long run
     */
    public MovingAverage(List<Parameter> parameters, double decay) {
        this.parameters = List.copyOf(parameters);
        this.means = parameters.stream().map(parameter -> parameter.values().copy()).toList();
        this.decay = decay;
    }

    /** Takes the parameters' values into the mean. */
    public void add() {
        steps++;
        float share = (float) (1 - Math.min(decay, steps / (HEAD_START + steps)));
        for (int at = 0; at < means.size(); at++) {
            move(means.get(at), parameters.get(at).values(), share);
        }
    }

    private static void move(Matrix mean, Matrix towards, float share) {
        float[] target = mean.values();
        float[] source = towards.values();
        for (int at = 0; at < mean.rows() * mean.stride(); at++) {
            target[at] += share * (source[at] - target[at]);
        }
    }

    /** Puts the means in the place of the parameters' values and keeps those; twice is nothing. */
    public void exchange() {
        for (int at = 0; at < means.size(); at++) {
            Matrix values = parameters.get(at).values();
            Matrix kept = values.copy();
            values.copyFrom(means.get(at));
            means.get(at).copyFrom(kept);
        }
    }
}
