package org.tandemrec.towers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tandemrec.data.TimeColumn;

class CalendarTest {
    private static final long DAY = 86_400;

    @Test
    void aMomentLiesInAMonthFromTheFirstOn() {
        Calendar calendar = Calendar.of(new long[] {90 * DAY, TimeColumn.MISSING, 10 * DAY});
        assertThat(calendar.periods()).isEqualTo(3);
        assertThat(calendar.code(10 * DAY)).isEqualTo(1);
        assertThat(calendar.code(40 * DAY - 1)).isEqualTo(1);
        assertThat(calendar.code(40 * DAY)).isEqualTo(2);
        assertThat(calendar.code(90 * DAY)).isEqualTo(3);
    }

    @Test
    void beforeTheFirstAndAfterTheLastCountToThese() {
        Calendar calendar = new Calendar(100, 10, 4);
        assertThat(calendar.code(-5_000)).isEqualTo(1);
        assertThat(calendar.code(99)).isEqualTo(1);
        assertThat(calendar.code(1_000_000)).isEqualTo(4);
        assertThat(calendar.code(TimeColumn.MISSING)).isZero();
    }

    @Test
    void manyYearsHaveLongerPeriods() {
        Calendar calendar = Calendar.of(new long[] {0, 20 * 365 * DAY});
        assertThat(calendar.periods()).isEqualTo(60);
        assertThat(calendar.code(20 * 365 * DAY)).isEqualTo(60);
    }

    @Test
    void withoutTimesThereIsOnePeriodThatNothingLiesIn() {
        assertThat(Calendar.of(new long[] {TimeColumn.MISSING}).periods()).isOne();
    }
}
