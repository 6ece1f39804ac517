package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class HistoryBagTest {
    private static final int WIDTH = 16;
    private static final int OWNERS = 3;
    private static final ValueBasis BASIS = new ValueBasis(new float[] {1, 2, 3}, 2);

    private final Reference reference = Reference.of("history-bag");
    private final int[] owners = reference.integers("owners");
    private final int[] others = reference.integers("others");
    private final int[] levels = reference.integers("levels");
    private final int[] read = reference.integers("read");
    private final Context context = Context.of(read.length, meeting -> read[meeting] == 1);
    private final Workers workers = Workers.of(2);

    @AfterEach
    void close() {
        workers.close();
    }

    private Matrix forward(HistoryBag bag) {
        Matrix out = Matrix.zeros(OWNERS, WIDTH);
        bag.compose(workers);
        EventLists events = EventLists.of(owners, others, levels, OWNERS);
        bag.forward(events, context, reference.number("scale"), out, workers);
        return out;
    }

    private Matrix backward(HistoryBag bag, Matrix outGradient) {
        EventLists transposed = EventLists.of(others, owners, levels, 5);
        bag.backward(transposed, context, outGradient, workers);
        return ((DenseParameter) bag.parameters().getFirst()).gradient();
    }

    @Test
    void agreesWithPyTorch() {
        HistoryBag bag = new HistoryBag(reference.matrix("table"), BASIS, OWNERS);
        reference.assertEquals("out", forward(bag));
        reference.assertEquals("table_gradient", backward(bag, reference.matrix("out_gradient")));
    }

    @Test
    void itsGradientsAreTheLossesSlopes() {
        Matrix table = Samples.random(5, 2 * WIDTH, 1);
        HistoryBag bag = new HistoryBag(table, BASIS, OWNERS);
        Matrix weights = Samples.random(OWNERS, WIDTH, 2);
        forward(bag);
        Matrix gradient = backward(bag, weights).copy();
        GradientCheck.check(
                bag.parameters().getFirst().values(),
                gradient,
                () -> GradientCheck.weighted(forward(bag), weights));
    }

    @Test
    void whoMetNobodyGetsZeros() {
        HistoryBag bag = new HistoryBag(Samples.random(5, 2 * WIDTH, 1), BASIS, OWNERS);
        assertThat(forward(bag).row(2)).containsOnly(0);
    }

    @Test
    void anEventThatTheContextHidesChangesNothing() {
        HistoryBag bag = new HistoryBag(Samples.random(5, 2 * WIDTH, 1), BASIS, OWNERS);
        Matrix before = forward(bag);
        levels[2] = 0;
        others[2] = 3;
        assertThat(forward(bag).values()).isEqualTo(before.values());
        levels[1] = 0;
        assertThat(forward(bag).row(0)).isNotEqualTo(before.row(0));
    }

    @Test
    void refusesAWidthThatIsNoWholeVector() {
        Matrix table = Matrix.zeros(5, 2 * 10);
        assertThatThrownBy(() -> new HistoryBag(table, BASIS, OWNERS))
                .hasMessage("width is 10, expected a multiple of 16");
    }
}
