package org.tandemrec.training;

import java.util.ArrayList;
import java.util.List;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.FieldKind;
import org.tandemrec.parts.AttributeSum;
import org.tandemrec.parts.AttributeTerm;
import org.tandemrec.regression.LowRank;
import org.tandemrec.regression.Ridge;
import org.tandemrec.regression.SparseMatrix;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.MatrixProduct;
import org.tandemrec.vectors.Workers;

/**
 * What people of the same attributes met more than others did: a ridge regression from attributes
 * and pairs of them to what somebody met less what everybody meets, seen along the few directions
 * in which items differ most.
 */
final class AttributeRidge {
    private static final float WEIGHT_OF_ONE = 2;
    private static final float WEIGHT_OF_PAIR = 1;

    private final EncodedTable users;
    private final SparseMatrix met;
    private final Workers workers;
    private final List<AttributeTerm> terms = new ArrayList<>();
    private final int known;

    AttributeRidge(
            EncodedTable users, EncodedHistories histories, SparseMatrix met, Workers workers) {
        this.users = users;
        this.met = met;
        this.workers = workers;
        int people = 0;
        for (int user = 0; user < histories.rows(); user++) {
            people += histories.size(user) > 0 ? 1 : 0;
        }
        this.known = people;
        addTerms();
    }

    private void addTerms() {
        List<EncodedField> fields =
                users.fields().stream()
                        .filter(field -> field.kind() == FieldKind.CATEGORY)
                        .toList();
        fields.forEach(field -> terms.add(AttributeTerm.of(List.of(field))));
        for (int first = 0; first < fields.size(); first++) {
            for (int second = first + 1; second < fields.size(); second++) {
                terms.add(AttributeTerm.of(List.of(fields.get(first), fields.get(second))));
            }
        }
    }

    /**
     * Fits the part.
     *
     * @param rank how many directions
     * @param share what the standard deviation of popularity over the items becomes
     * @param fading how much the part counts by the number of events
     */
    AttributeSum fit(
            ItemColumns columns, int rank, float lambda, float share, float[] fading, long seed) {
        float[] popularity = popularity();
        Matrix gram = met.gram(workers);
        for (int row = 0; row < gram.rows(); row++) {
            for (int column = 0; column < gram.columns(); column++) {
                float expected = known * popularity[row] * popularity[column];
                gram.set(row, column, gram.at(row, column) - expected);
            }
        }
        Matrix directions = LowRank.of(gram, rank, seed, workers).left();
        Matrix coefficients =
                Ridge.weights(features(), targets(directions, popularity), lambda, workers);
        float scale = share / deviation(popularity);
        return new AttributeSum(
                everybody(directions.columns(), scale),
                terms,
                tables(coefficients, scale),
                columns.spread(withPopularity(directions, popularity)),
                fading);
    }

    /** The share of the known people who met each item. */
    private float[] popularity() {
        float[] popularity = new float[met.columns()];
        for (int cell = 0; cell < met.cells(); cell++) {
            popularity[met.column(cell)] += 1f / known;
        }
        return popularity;
    }

    private static float deviation(float[] numbers) {
        double sum = 0;
        double squares = 0;
        for (float number : numbers) {
            sum += number;
            squares += (double) number * number;
        }
        double mean = sum / numbers.length;
        return (float) Math.sqrt(Math.max(squares / numbers.length - mean * mean, 1e-12));
    }

    /** People who met nothing teach nothing: their rows are zero on both sides. */
    private Matrix targets(Matrix directions, float[] popularity) {
        Matrix targets = met.times(directions, workers);
        Matrix mean = Matrix.zeros(1, directions.columns());
        MatrixProduct.add(Matrix.of(popularity), directions, mean, workers);
        for (int user = 0; user < targets.rows(); user++) {
            if (met.start(user) < met.start(user + 1)) {
                for (int column = 0; column < targets.columns(); column++) {
                    targets.set(user, column, targets.at(user, column) - mean.at(0, column));
                }
            }
        }
        return targets;
    }

    private SparseMatrix features() {
        List<int[]> cells = new ArrayList<>();
        List<Float> values = new ArrayList<>();
        int first = 0;
        for (AttributeTerm term : terms) {
            float value = weight(term);
            for (int user = 0; user < users.rows(); user++) {
                int cell = term.cell(users, user);
                if (cell >= 0 && met.start(user) < met.start(user + 1)) {
                    cells.add(new int[] {user, first + cell});
                    values.add(value);
                }
            }
            first += term.cells();
        }
        int[] rows = cells.stream().mapToInt(cell -> cell[0]).toArray();
        int[] columns = cells.stream().mapToInt(cell -> cell[1]).toArray();
        float[] numbers = new float[values.size()];
        for (int at = 0; at < numbers.length; at++) {
            numbers[at] = values.get(at);
        }
        return SparseMatrix.of(users.rows(), Math.max(1, first), rows, columns, numbers);
    }

    private static float weight(AttributeTerm term) {
        return (float) Math.sqrt(term.fields().size() == 1 ? WEIGHT_OF_ONE : WEIGHT_OF_PAIR);
    }

    private List<Matrix> tables(Matrix coefficients, float scale) {
        List<Matrix> tables = new ArrayList<>();
        int first = 0;
        for (AttributeTerm term : terms) {
            Matrix table = Matrix.zeros(term.cells(), coefficients.columns() + 1);
            for (int cell = 0; cell < term.cells(); cell++) {
                for (int column = 0; column < coefficients.columns(); column++) {
                    table.set(
                            cell,
                            column,
                            scale * weight(term) * coefficients.at(first + cell, column));
                }
            }
            tables.add(table);
            first += term.cells();
        }
        return tables;
    }

    /** Nothing but the weight of popularity, which is the last dimension. */
    private static Matrix everybody(int rank, float scale) {
        Matrix everybody = Matrix.zeros(1, rank + 1);
        everybody.set(0, rank, scale);
        return everybody;
    }

    private static Matrix withPopularity(Matrix directions, float[] popularity) {
        Matrix items = Matrix.zeros(directions.rows(), directions.columns() + 1);
        for (int row = 0; row < items.rows(); row++) {
            for (int column = 0; column < directions.columns(); column++) {
                items.set(row, column, directions.at(row, column));
            }
            items.set(row, directions.columns(), popularity[row]);
        }
        return items;
    }
}
