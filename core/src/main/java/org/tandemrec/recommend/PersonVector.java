package org.tandemrec.recommend;

import java.util.List;
import org.tandemrec.index.DenseVector;

/**
 * Blends what a tower says of a person with the items the person likes: the direction of the user's
 * vector plus half of each liked item's direction, brought back to the length of the user's vector,
 * so that scores and ratings keep their meaning.
 */
final class PersonVector {
    private static final double LIKED_WEIGHT = 0.5;

    private PersonVector() {}

    static DenseVector blend(float[] person, List<DenseVector> liked) {
        if (liked.isEmpty()) {
            return DenseVector.of(person);
        }
        double length = length(person);
        double[] sum = new double[person.length];
        add(sum, person, 1 / length);
        for (DenseVector item : liked) {
            float[] values = item.toArray();
            add(sum, values, LIKED_WEIGHT / length(values));
        }
        double scale = length / Math.sqrt(squares(sum));
        float[] blended = new float[sum.length];
        for (int component = 0; component < sum.length; component++) {
            blended[component] = (float) (scale * sum[component]);
        }
        return DenseVector.of(blended);
    }

    private static void add(double[] sum, float[] vector, double weight) {
        for (int component = 0; component < sum.length; component++) {
            sum[component] += weight * vector[component];
        }
    }

    private static double length(float[] vector) {
        double squares = 0;
        for (float component : vector) {
            squares += (double) component * component;
        }
        return Math.max(Math.sqrt(squares), Float.MIN_NORMAL);
    }

    private static double squares(double[] vector) {
        double squares = 0;
        for (double component : vector) {
            squares += component * component;
        }
        return Math.max(squares, Float.MIN_NORMAL);
    }
}
