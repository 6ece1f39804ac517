package org.tandemrec.towers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemrec.data.TimeColumn;
import org.tandemrec.embeddings.Tower;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.FieldKind;
import org.tandemrec.features.HistoryInput;
import org.tandemrec.features.HistoryPart;
import org.tandemrec.layers.OnnxGraph;
import org.tandemrec.layers.OnnxValue;
import org.tandemrec.layers.Start;
import org.tandemrec.layers.ValueBasis;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class PersonProcessTest {
    private static final int ITEMS = 40;
    private static final int WIDTH = 10;
    private static final int START = 3;
    private static final int END = 40;
    private static final Closeness CLOSENESS =
            new Closeness(
                    new Closeness.Fading(1.5, 3_600),
                    new Closeness.Fading(0.05, 900),
                    new Closeness.Fading(0.1, 2));

    private static final EncodedTable USERS =
            new EncodedTable(List.of(new EncodedField("id", FieldKind.ID, 2, 1, new int[] {0})));
    private static final HistoryInput READS =
            new HistoryInput(Set.of(HistoryPart.ROWS, HistoryPart.VALUES, HistoryPart.AGES), 0, 1);

    @TempDir Path folder;

    private final Workers workers = Workers.of(2);
    private final SplittableRandom random = new SplittableRandom(1);
    private final Matrix items = items();
    private final int[] met = random.ints(END, 1, ITEMS).toArray();
    private final long[] times = new long[END];
    private final float[] left = new float[END];
    private final EncodedHistories people =
            EncodedHistories.ordered(new int[] {0, 0, START, END}, met, new float[END], times);

    /** Two sittings, of which the second begins a day after the first; two moments are unknown. */
    PersonProcessTest() {
        long now = 1_000_000_000;
        for (int event = 0; event < END; event++) {
            left[event] = (float) random.nextDouble(-1, 1);
            now += event == 20 ? 86_400 : random.nextLong(0, 40);
            times[event] = event == 4 || event == END - 1 ? TimeColumn.MISSING : now;
        }
    }

    /** Places that vary much more along some axes than along others. */
    private static Matrix items() {
        Matrix items = Start.normal(ITEMS, WIDTH, 0.1, 2);
        for (int row = 0; row < ITEMS; row++) {
            items.set(row, 0, 0.3f + 4 * items.at(row, 0));
        }
        return items;
    }

    @AfterEach
    void close() {
        workers.close();
    }

    private PersonProcess process() {
        return new PersonProcess(items, CLOSENESS);
    }

    /** What the equations of the process say, solved without approximation. */
    @ParameterizedTest
    @ValueSource(longs = {1_000_000_100, 1_000_086_900, TimeColumn.MISSING})
    void aMoveIsWhatTheProcessSays(long moment) {
        int item = 7;
        EncodedHistories asked =
                EncodedHistories.ordered(
                        new int[] {0, 0, 0, 1},
                        new int[] {item},
                        new float[1],
                        new long[] {moment});
        boolean timed = moment != TimeColumn.MISSING;

        float[] moved = process().moves(left, people, asked, workers);

        double[] weights = weights(timed);
        double expected = 0;
        for (int event = START; event < END; event++) {
            expected +=
                    weights[event - START]
                            * common(items, item, moment, met[event], times[event], timed);
        }
        assertThat(moved[0]).isCloseTo((float) expected, within(1e-4f));
    }

    private double[] weights(boolean timed) {
        int size = END - START;
        double[][] rows = new double[size][size + 1];
        for (int at = 0; at < size; at++) {
            for (int other = 0; other < size; other++) {
                rows[at][other] =
                        common(
                                items,
                                met[START + at],
                                times[START + at],
                                met[START + other],
                                times[START + other],
                                timed);
            }
            double own = product(items, met[START + at], items, met[START + at]);
            rows[at][at] = 1 + (timed ? common(own, 0) : own);
            rows[at][size] = left[START + at];
        }
        return solved(rows);
    }

    private static double common(
            Matrix items, int item, long time, int other, long otherTime, boolean timed) {
        double product = product(items, item, items, other);
        if (!timed) {
            return product;
        }
        if (time == TimeColumn.MISSING || otherTime == TimeColumn.MISSING) {
            return product / 2.5;
        }
        return common(product, (double) Math.abs(time - otherTime));
    }

    private static double common(double product, double apart) {
        return product * (1 + 1.5 * Math.exp(-apart / 3_600)) / 2.5
                + 0.05 * Math.exp(-apart / 900)
                + 0.1 * Math.exp(-apart / 2);
    }

    /** Gaussian elimination of a positive definite matrix beside what it is to give. */
    private static double[] solved(double[][] rows) {
        int size = rows.length;
        for (int pivot = 0; pivot < size; pivot++) {
            for (int row = 0; row < size; row++) {
                double factor = row == pivot ? 0 : rows[row][pivot] / rows[pivot][pivot];
                for (int column = pivot; column <= size; column++) {
                    rows[row][column] -= factor * rows[pivot][column];
                }
            }
        }
        double[] solution = new double[size];
        for (int row = 0; row < size; row++) {
            solution[row] = rows[row][size] / rows[row][row];
        }
        return solution;
    }

    private static double product(Matrix lefts, int left, Matrix rights, int right) {
        double sum = 0;
        for (int at = 0; at < WIDTH; at++) {
            sum += (double) lefts.at(left, at) * rights.at(right, at);
        }
        return sum;
    }

    /** As a graph, at moments that are known and one that is not. */
    @ParameterizedTest
    @ValueSource(longs = {1_000_000_100, 1_000_086_900, TimeColumn.MISSING})
    void theGraphGivesTheSameMoves(long moment) throws IOException {
        PersonProcess process = process();
        Path file = Files.write(folder.resolve("moves.onnx"), graph(process));
        EncodedHistories asked =
                EncodedHistories.one(
                        Arrays.copyOfRange(met, START, END),
                        Arrays.copyOfRange(left, START, END),
                        Arrays.copyOfRange(times, START, END),
                        moment);

        float[] expected = process.moves(asked.values(), asked, workers).row(0);
        try (Tower tower =
                Tower.open(file, process.width(), OptionalInt.empty(), Optional.of(READS))) {
            assertClose(tower.vectors(USERS, asked), expected);
        }
    }

    /** Whoever is asked about beside somebody who did more. */
    @Test
    void thePaddingOfAHistoryMovesNobody() throws OrtException {
        byte[] graph = graph(process());

        float[] alone = run(graph, 0);
        float[] padded = run(graph, 50);

        assertClose(padded, alone);
    }

    private float[] run(byte[] graph, int padding) throws OrtException {
        int size = END - START;
        long[] rows = new long[padding + size];
        long[] ages = new long[padding + size];
        float[] values = new float[padding + size];
        for (int event = 0; event < size; event++) {
            rows[padding + event] = met[START + event];
            values[padding + event] = left[START + event];
            long time = times[START + event];
            ages[padding + event] =
                    time == TimeColumn.MISSING ? TimeColumn.MISSING : 1_000_086_900 - time;
        }
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OnnxTensor id = OnnxTensor.createTensor(environment, new long[1]);
                OnnxTensor history = OnnxTensor.createTensor(environment, new long[][] {rows});
                OnnxTensor given = OnnxTensor.createTensor(environment, new float[][] {values});
                OnnxTensor before = OnnxTensor.createTensor(environment, new long[][] {ages});
                OrtSession session = environment.createSession(graph);
                OrtSession.Result result =
                        session.run(
                                Map.of(
                                        "id",
                                        id,
                                        HistoryPart.ROWS.tensor(),
                                        history,
                                        HistoryPart.VALUES.tensor(),
                                        given,
                                        HistoryPart.AGES.tensor(),
                                        before))) {
            return ((OnnxTensor) result.get(0)).getFloatBuffer().array();
        }
    }

    private static byte[] graph(PersonProcess process) {
        OnnxGraph graph = new OnnxGraph("moves");
        HistoryGraph inputs =
                HistoryGraph.declare(
                        graph, USERS, READS.parts(), new ValueBasis(new float[] {-1, 1}, 2));
        OnnxValue given = graph.node("Mul", inputs.values(), inputs.met());
        graph.output("moves", process.onnx(graph, inputs, given), process.width());
        return graph.toBytes();
    }

    private static void assertClose(float[] moves, float[] expected) {
        assertThat(moves).hasSameSizeAs(expected);
        for (int at = 0; at < moves.length; at++) {
            assertThat(moves[at]).isCloseTo(expected[at], within(1e-4f));
        }
    }

    @Test
    void whoDidNothingIsNotMoved() {
        assertThat(process().moves(left, people, workers).row(0)).containsOnly(0);
    }
}
