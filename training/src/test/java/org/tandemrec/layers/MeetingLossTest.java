package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tandemrec.vectors.Matrix;
import org.tandemrec.vectors.Workers;

class MeetingLossTest {
    private final Reference reference = Reference.of("meeting-loss");
    private final int[] owners = reference.integers("owners");
    private final int[] others = reference.integers("others");
    private final int[] read = reference.integers("read");
    private final int[] levels = new int[read.length];
    private final Matrix lefts = reference.matrix("lefts");
    private final Matrix rights = reference.matrix("rights");
    private final Matrix leftGradient = Samples.random(3, 16, 1);
    private final Matrix rightGradient = Samples.random(4, 16, 2);
    private final MeetingLoss loss = new MeetingLoss(reference.floats("values"), 3);
    private final Workers workers = Workers.of(2);

    @AfterEach
    void close() {
        workers.close();
    }

    private double backward(Context context, Matrix byLeft, Matrix byRight) {
        return loss.backward(
                EventLists.of(owners, others, levels, 3),
                EventLists.of(others, owners, levels, 4),
                context,
                lefts,
                rights,
                byLeft,
                byRight,
                workers);
    }

    private Context context() {
        return Context.of(read.length, meeting -> read[meeting] == 1);
    }

    @Test
    void agreesWithPyTorch() {
        double squares = backward(context(), leftGradient, rightGradient);
        assertThat(squares).isCloseTo(reference.number("squared_errors"), within(1e-4));
        assertThat(loss.count()).isEqualTo(4);
        reference.assertEquals("lefts_gradient", leftGradient);
        reference.assertEquals("rights_gradient", rightGradient);
    }

    @Test
    void itsGradientsAreTheLossesSlopes() {
        backward(context(), leftGradient, rightGradient);
        Matrix ignored = Matrix.zeros(3, 16);
        Matrix ignoredToo = Matrix.zeros(4, 16);
        GradientCheck.check(
                lefts,
                leftGradient,
                () -> backward(context(), ignored, ignoredToo) / 2 / loss.count());
        GradientCheck.check(
                rights,
                rightGradient,
                () -> backward(context(), ignored, ignoredToo) / 2 / loss.count());
    }

    @Test
    void whatIsAllReadLeavesNothingToPredict() {
        assertThat(backward(Context.all(read.length), leftGradient, rightGradient)).isZero();
        assertThat(loss.count()).isZero();
        assertThat(leftGradient.values()).containsOnly(0);
        assertThat(rightGradient.values()).containsOnly(0);
    }
}
