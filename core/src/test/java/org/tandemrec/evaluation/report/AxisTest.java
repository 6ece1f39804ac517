package org.tandemrec.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class AxisTest {
    private static void assertMarks(Axis axis, Double... expected) {
        assertThat(axis.marks())
                .usingElementComparator(
                        (one, other) ->
                                Math.abs(one - other) < 1e-9 ? 0 : Double.compare(one, other))
                .isEqualTo(List.of(expected));
    }

    @Test
    void itsMarksAreRoundAndSpanTheNumbers() {
        assertMarks(Axis.spanning(0.852, 0.933), 0.84, 0.86, 0.88, 0.9, 0.92, 0.94);
        assertMarks(Axis.spanning(3, 41), 0.0, 10.0, 20.0, 30.0, 40.0, 50.0);
    }

    @Test
    void aSingleNumberGetsAnAxisAroundIt() {
        Axis axis = Axis.spanning(0.9, 0.9);
        assertThat(axis.to()).isGreaterThan(axis.from());
        assertThat(axis.share(0.9)).isBetween(0.0, 1.0);
    }

    @Test
    void marksHaveAsManyDecimalsAsTheyNeed() {
        assertThat(Axis.spanning(0.852, 0.933).decimals()).isEqualTo(2);
        assertThat(Axis.spanning(0.1, 0.9).decimals()).isEqualTo(1);
        assertThat(Axis.spanning(3, 41).decimals()).isZero();
    }

    @Test
    void itsEndsLieAtZeroAndOne() {
        Axis axis = Axis.spanning(3, 41);
        assertThat(axis.share(axis.from())).isEqualTo(0);
        assertThat(axis.share(axis.to())).isCloseTo(1, Offset.offset(1e-12));
    }
}
