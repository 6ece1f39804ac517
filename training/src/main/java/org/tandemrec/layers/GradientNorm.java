package org.tandemrec.layers;

import java.util.List;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;

/** The length of all gradients together, as one vector (Pascanu, Mikolov and Bengio 2013). */
public final class GradientNorm {
    private GradientNorm() {}

    /** Scales all gradients down where they are longer than this together. */
    public static void limit(List<DenseParameter> parameters, double longest) {
        double length = of(parameters);
        if (length > longest) {
            float scale = (float) (longest / length);
            parameters.forEach(parameter -> scale(parameter.gradient(), scale));
        }
    }

    static double of(List<DenseParameter> parameters) {
        double squares = 0;
        for (DenseParameter parameter : parameters) {
            Matrix gradient = parameter.gradient();
            for (int row = 0; row < gradient.rows(); row++) {
                int offset = gradient.offset(row);
                float[] values = gradient.values();
                squares += Rows.dot(values, offset, values, offset, gradient.stride());
            }
        }
        return Math.sqrt(squares);
    }

    private static void scale(Matrix gradient, float by) {
        float[] values = gradient.values();
        int length = gradient.rows() * gradient.stride();
        for (int at = 0; at < length; at++) {
            values[at] *= by;
        }
    }
}
