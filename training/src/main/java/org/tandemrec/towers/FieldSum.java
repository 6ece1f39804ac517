package org.tandemrec.towers;

import java.util.Arrays;
import org.tandemrec.features.EncodedField;
import org.tandemrec.layers.Codes;
import org.tandemrec.layers.DenseParameter;
import org.tandemrec.layers.Lookup;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/** A field as one trained row for each code, added up. */
final class FieldSum {
    private final Codes codes;
    private final DenseParameter weights;
    private final boolean lists;

    FieldSum(EncodedField field, int width) {
        this.lists = field.width() > 1;
        this.codes = lists ? Codes.lists(field.rows(), field.width()) : Codes.singles(field.rows());
        for (int row = 0; row < field.rows(); row++) {
            codes.add(field.codes(), row * field.width());
        }
        this.weights = new DenseParameter(Matrix.zeros(field.vocabularyRows(), width));
    }

    DenseParameter weights() {
        return weights;
    }

    void forward(Matrix sum, Workers workers) {
        Lookup.forward(codes, weights.values(), sum, workers);
    }

    void backward(Matrix sumGradient, Workers workers) {
        Lookup.backward(codes, sumGradient, weights.gradient(), workers);
        if (lists) {
            Arrays.fill(weights.gradient().values(), 0, weights.gradient().stride(), 0);
        }
    }
}
