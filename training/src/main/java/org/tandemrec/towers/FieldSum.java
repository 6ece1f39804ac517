package org.tandemrec.towers;

import java.util.Arrays;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.FieldKind;
import org.tandemrec.layers.Codes;
import org.tandemrec.layers.DenseParameter;
import org.tandemrec.layers.Lookup;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/**
 * A field as one trained row for each code, added up. Words of a text that fewer than {@value
 * #FEWEST} rows have are not read: those would stand for the row itself, which is what a tower
 * without ids is there to avoid.
 */
final class FieldSum {
    private static final int FEWEST = 15;

    private final Codes codes;
    private final DenseParameter weights;
    private final boolean lists;

    FieldSum(EncodedField field, int width) {
        this.lists = field.width() > 1;
        this.codes = lists ? Codes.lists(field.rows(), field.width()) : Codes.singles(field.rows());
        int[] read = field.kind() == FieldKind.TEXT ? common(field) : field.codes();
        for (int row = 0; row < field.rows(); row++) {
            codes.add(read, row * field.width());
        }
        this.weights = new DenseParameter(Matrix.zeros(field.vocabularyRows(), width));
    }

    private static int[] common(EncodedField field) {
        int[] counts = new int[field.vocabularyRows()];
        for (int code : field.codes()) {
            counts[code]++;
        }
        return Arrays.stream(field.codes()).map(code -> counts[code] < FEWEST ? 0 : code).toArray();
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
