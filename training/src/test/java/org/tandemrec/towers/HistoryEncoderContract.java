package org.tandemrec.towers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemrec.data.ValueScale;
import org.tandemrec.features.EncodedField;
import org.tandemrec.features.EncodedHistories;
import org.tandemrec.features.EncodedTable;
import org.tandemrec.features.FieldKind;
import org.tandemrec.layers.DenseParameter;
import org.tandemrec.layers.Parameter;
import org.tandemrec.layers.Start;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

/** What every encoder of histories is held to. */
abstract class HistoryEncoderContract {
    static final int ITEMS = 9;
    static final ValueLevels LEVELS = ValueLevels.of(new ValueScale(1, 5, 1));
    static final EncodedTable PEOPLE =
            new EncodedTable(
                    List.of(
                            new EncodedField("id", FieldKind.ID, 3, 1, new int[] {0, 1, 2}),
                            new EncodedField("age", FieldKind.CATEGORY, 3, 1, new int[] {0, 2, 1}),
                            new EncodedField(
                                    "tags",
                                    FieldKind.CATEGORIES,
                                    3,
                                    2,
                                    new int[] {0, 0, 1, 2, 2, 0})));
    private static final EncodedHistories HISTORIES =
            EncodedHistories.ordered(
                    new int[] {0, 0, 5, 8},
                    new int[] {1, 2, 3, 4, 5, 8, 7, 6},
                    new float[] {1, 2, 3, 4, 5, 5, 3, 1},
                    new long[] {0, 1, 60, 4_000, 4_000, 0, 9, 900_000});

    private final Workers workers = Workers.of(2);
    private final EventBatch batch = new EventBatch(PEOPLE, LEVELS, 40);

    @AfterEach
    void close() {
        workers.close();
    }

    /** An encoder whose parameters are not those it starts with. */
    abstract HistoryEncoder encoder();

    /** The parameters that its vectors are made of; the first is what events are read as. */
    abstract List<Parameter> read(HistoryEncoder encoder);

    /** Moves parameters a little, so that none is zero. */
    static void nudge(List<Parameter> parameters) {
        SplittableRandom random = new SplittableRandom(3);
        for (Parameter parameter : parameters) {
            Matrix values = parameter.values();
            for (int row = 0; row < values.rows(); row++) {
                for (int column = 0; column < values.columns(); column++) {
                    float nudge = (float) random.nextDouble(-0.1, 0.1);
                    values.set(row, column, values.at(row, column) + nudge);
                }
            }
        }
    }

    private void fill(int... users) {
        batch.clear();
        for (int user : users) {
            add(user, HISTORIES.size(user));
        }
    }

    private void add(int user, int events) {
        batch.begin(user, 0);
        for (int event = 0; event < events; event++) {
            batch.add(HISTORIES, user, HISTORIES.start(user) + event, true);
        }
        batch.end();
    }

    private Matrix vectors(HistoryEncoder encoder) {
        return encoder.forward(batch, Chance.none(), workers).copy();
    }

    @Test
    void itsGradientsAreTheLossesSlopes() {
        HistoryEncoder encoder = encoder();
        fill(1, 2);
        Matrix weights = Start.normal(batch.rows(), encoder.width(), 1, 4);
        vectors(encoder);
        encoder.vectorGradient(batch.rows()).copyFrom(weights);
        encoder.backward(batch, workers);
        SplittableRandom random = new SplittableRandom(5);
        for (Parameter parameter : read(encoder)) {
            Matrix gradient = ((DenseParameter) parameter).gradient();
            for (int draw = 0; draw < 6; draw++) {
                int row = random.nextInt(gradient.rows());
                int column = random.nextInt(gradient.columns());
                double slope = slope(parameter.values(), row, column, () -> loss(encoder, weights));
                assertThat((double) gradient.at(row, column))
                        .isCloseTo(slope, within(0.02 * Math.max(1, Math.abs(slope))));
            }
        }
    }

    private static double slope(Matrix values, int row, int column, DoubleSupplier loss) {
        float move = 1f / 256;
        float value = values.at(row, column);
        values.set(row, column, value + move);
        double above = loss.getAsDouble();
        values.set(row, column, value - move);
        double below = loss.getAsDouble();
        values.set(row, column, value);
        return (above - below) / (2 * move);
    }

    private double loss(HistoryEncoder encoder, Matrix weights) {
        Matrix vectors = vectors(encoder);
        double sum = 0;
        for (int row = 0; row < weights.rows(); row++) {
            for (int column = 0; column < weights.columns(); column++) {
                sum += (double) vectors.at(row, column) * weights.at(row, column);
            }
        }
        return sum;
    }

    @Test
    void theVectorOfAMomentShowsNothingOfWhatCameLater() {
        HistoryEncoder encoder = encoder();
        fill(1);
        Matrix all = vectors(encoder);
        batch.clear();
        add(1, 3);
        Matrix fewer = vectors(encoder);
        for (int row = 0; row < fewer.rows(); row++) {
            assertThat(fewer.row(row)).isEqualTo(all.row(row));
        }
    }

    @Test
    void theOthersOfABatchDoNotShowInAVector() {
        HistoryEncoder encoder = encoder();
        fill(2);
        Matrix alone = vectors(encoder);
        fill(1, 2);
        Matrix together = vectors(encoder);
        for (int row = 0; row < alone.rows(); row++) {
            assertThat(together.row(6 + row)).isEqualTo(alone.row(row));
        }
    }

    @Test
    void hiddenAttributesAreThoseOfTheUnknownPerson() {
        HistoryEncoder encoder = encoder();
        batch.clear();
        batch.begin(1, 3);
        batch.end();
        batch.begin(0, 0);
        batch.end();
        batch.begin(1, 1);
        batch.end();
        Matrix vectors = vectors(encoder);
        assertThat(vectors.row(0)).isEqualTo(vectors.row(1)).isNotEqualTo(vectors.row(2));
    }

    @Test
    void theLastComponentIsOne() {
        fill(1, 2);
        Matrix vectors = vectors(encoder());
        for (int row = 0; row < vectors.rows(); row++) {
            assertThat(vectors.at(row, vectors.columns() - 1)).isOne();
        }
    }

    @Test
    void encodersThatShareValuesHaveGradientsOfTheirOwn() {
        HistoryEncoder encoder = encoder();
        HistoryEncoder sharing = encoder.sharing();
        read(encoder).getFirst().values().set(1, 0, 3);
        fill(1);
        assertThat(vectors(sharing).values()).isEqualTo(vectors(encoder).values());
        sharing.vectorGradient(batch.rows()).set(2, 0, 1);
        sharing.backward(batch, workers);
        assertThat(gradientOfEvents(sharing)).isNotEqualTo(gradientOfEvents(encoder()));
        assertThat(gradientOfEvents(encoder)).containsOnly(0);
    }

    private float[] gradientOfEvents(HistoryEncoder encoder) {
        return ((DenseParameter) read(encoder).getFirst()).gradient().values();
    }
}
