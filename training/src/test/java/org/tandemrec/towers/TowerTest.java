package org.tandemrec.towers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.FieldKind;
import org.tandemrec.layers.Adam;
import org.tandemrec.layers.Familiarity;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Rows;
import org.tandemrec.vectors.Workers;

class TowerTest {
    private static final int ROWS = 6;
    private static final TowerWidths WIDTHS = new TowerWidths(8, 4, 4, 5, 20);

    private final Workers workers = Workers.of(2);

    @AfterEach
    void close() {
        workers.close();
    }

    @Test
    void itsVectorsHaveLengthOne() {
        Matrix vectors = tower(ROWS).vectorsOfAll(workers);
        for (int row = 0; row < ROWS; row++) {
            float square =
                    Rows.dot(
                            vectors.values(),
                            vectors.offset(row),
                            vectors.values(),
                            vectors.offset(row),
                            vectors.stride());
            assertThat(square).isCloseTo(1, within(1e-5f));
        }
    }

    @Test
    void theVectorsOfAllAreTheSameInSmallBatches() {
        assertThat(tower(4).vectorsOfAll(workers).values())
                .isEqualTo(tower(ROWS).vectorsOfAll(workers).values());
    }

    @Test
    void itsOnnxModelGivesItsVectorsTimesTheLength() throws OrtException {
        Tower tower = tower(ROWS);
        for (int step = 0; step < 5; step++) {
            trainTowards(tower, Matrix.zeros(ROWS, 20));
        }
        Matrix vectors = tower.vectorsOfAll(workers);
        float[][] exported = run(tower.onnx("tower", lengths(5), workers));
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < 20; column++) {
                assertThat(exported[row][column])
                        .isCloseTo(5 * vectors.at(row, column), within(1e-5f));
            }
        }
    }

    @Test
    void learnsToPointWhereItIsTold() {
        Tower tower = tower(ROWS);
        Matrix targets = new Tower(table(), familiarity(), WIDTHS, ROWS, 99).vectorsOfAll(workers);
        double before = meanCosine(tower, targets);
        Adam adam = new Adam(0);
        for (int step = 0; step < 200; step++) {
            adam.nextStep(0.01);
            trainTowards(tower, targets, adam);
        }
        assertThat(meanCosine(tower, targets)).isGreaterThan(0.95).isGreaterThan(before);
    }

    @Test
    void whatIsHiddenIsReadAsUnknown() {
        Tower tower = tower(ROWS);
        float[] unknown = tower.vectorsOfAll(workers).row(0);
        Hiding all = new Hiding(0.999999, 0.999999, new SplittableRandom(1));
        Matrix vectors = tower.forward(at -> at, ROWS, all, workers);
        for (int row = 0; row < ROWS; row++) {
            assertThat(vectors.row(row)).isEqualTo(unknown);
        }
    }

    @Test
    void theSameSeedGivesTheSameModel() {
        assertThat(tower(ROWS).onnx("tower", lengths(1), workers))
                .isEqualTo(tower(ROWS).onnx("tower", lengths(1), workers));
    }

    private void trainTowards(Tower tower, Matrix targets) {
        Adam adam = new Adam(0);
        adam.nextStep(0.01);
        trainTowards(tower, targets, adam);
    }

    /** The gradient of half the squared distance to the targets. */
    private void trainTowards(Tower tower, Matrix targets, Adam adam) {
        Matrix vectors = tower.forward(at -> at, ROWS, Hiding.nothing(), workers);
        Matrix gradient = tower.vectorGradient(ROWS);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < 20; column++) {
                gradient.set(row, column, vectors.at(row, column) - targets.at(row, column));
            }
        }
        tower.backward(ROWS, workers);
        tower.parameters().forEach(parameter -> parameter.update(adam, workers));
    }

    private double meanCosine(Tower tower, Matrix targets) {
        Matrix vectors = tower.vectorsOfAll(workers);
        double sum = 0;
        for (int row = 0; row < ROWS; row++) {
            sum +=
                    Rows.dot(
                            vectors.values(),
                            vectors.offset(row),
                            targets.values(),
                            targets.offset(row),
                            vectors.stride());
        }
        return sum / ROWS;
    }

    private static Tower tower(int batchRows) {
        return new Tower(table(), familiarity(), WIDTHS, batchRows, 7);
    }

    private static Familiarity familiarity() {
        return Familiarity.of(new int[] {0, 0, 1, 5, 9, 40}, 1);
    }

    private static EncodedTable table() {
        return new EncodedTable(
                List.of(
                        new EncodedField(
                                "id", FieldKind.ID, ROWS, 1, IntStream.range(0, ROWS).toArray()),
                        new EncodedField(
                                "colour", FieldKind.CATEGORY, 3, 1, new int[] {0, 1, 2, 1, 2, 0}),
                        new EncodedField(
                                "tags",
                                FieldKind.CATEGORIES,
                                4,
                                2,
                                new int[] {0, 0, 1, 0, 2, 3, 1, 3, 0, 0, 2, 0}),
                        new EncodedField(
                                "one tag",
                                FieldKind.CATEGORIES,
                                3,
                                1,
                                new int[] {0, 1, 2, 1, 2, 0}),
                        new EncodedField(
                                "title",
                                FieldKind.TEXT,
                                5,
                                3,
                                new int[] {0, 0, 0, 1, 2, 3, 4, 0, 0, 0, 0, 0, 3, 3, 1, 2, 4, 0})));
    }

    private static float[][] run(byte[] model) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        Map<String, OnnxTensor> inputs = new HashMap<>();
        for (EncodedField field : table().fields()) {
            inputs.put(field.name(), OnnxTensor.createTensor(environment, codesOf(field)));
        }
        try (OrtSession session = environment.createSession(model);
                OrtSession.Result result = session.run(inputs)) {
            return (float[][]) result.get(Tower.OUTPUT).orElseThrow().getValue();
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static Object codesOf(EncodedField field) {
        if (field.kind() == FieldKind.ID || field.kind() == FieldKind.CATEGORY) {
            return IntStream.of(field.codes()).asLongStream().toArray();
        }
        long[][] rows = new long[field.rows()][field.width()];
        for (int at = 0; at < field.codes().length; at++) {
            rows[at / field.width()][at % field.width()] = field.codes()[at];
        }
        return rows;
    }

    private static float[] lengths(float length) {
        float[] lengths = new float[ROWS];
        java.util.Arrays.fill(lengths, length);
        return lengths;
    }
}
