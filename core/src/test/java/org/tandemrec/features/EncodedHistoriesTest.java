package org.tandemrec.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tandemrec.data.TimeColumn;

class EncodedHistoriesTest {
    private static final long UNKNOWN = TimeColumn.MISSING;

    private static EncodedInteractions interactions() {
        return new EncodedInteractions(
                new int[] {2, 1, 2, 2, 0},
                new int[] {7, 8, 8, 0, 7},
                new float[] {5, 4, 3, 2, 1},
                new long[] {300, 10, 100, 5, 1});
    }

    @Test
    void usersHistoriesAreInTheOrderOfTimeWithoutWhatIsUnknown() {
        EncodedHistories histories = EncodedHistories.ofUsers(interactions(), 4);

        assertThat(histories.rows()).isEqualTo(4);
        assertThat(histories.size(0)).isZero();
        assertThat(histories.size(2)).isEqualTo(2);
        assertThat(histories.size(3)).isZero();
        assertThat(histories.others()).containsExactly(8, 8, 7);
        assertThat(histories.values()).containsExactly(4, 3, 5);
    }

    @Test
    void itemsHistoriesAreTheRowsOfTheirUsers() {
        EncodedHistories histories = EncodedHistories.ofItems(interactions(), 9);

        assertThat(histories.size(7)).isOne();
        assertThat(histories.size(8)).isEqualTo(2);
        assertThat(histories.others()).containsExactly(2, 1, 2);
    }

    @Test
    void eventsAtOneMomentKeepTheOrderOfTheData() {
        EncodedInteractions tied =
                new EncodedInteractions(
                        new int[] {1, 1, 1},
                        new int[] {3, 1, 2},
                        new float[3],
                        new long[] {5, 5, 4});

        assertThat(EncodedHistories.ofUsers(tied, 2).others()).containsExactly(2, 3, 1);
    }

    @Test
    void anAgeReachesToTheMomentOfTheRequest() {
        EncodedHistories history =
                EncodedHistories.one(
                        new int[] {1, 2, 3}, new float[3], new long[] {UNKNOWN, 10, 25}, 20);
        assertThat(history.age(0, 0)).isEqualTo(UNKNOWN);
        assertThat(history.age(0, 1)).isEqualTo(10);
        assertThat(history.age(0, 2)).isEqualTo(-5);
        assertThat(history.moment(0)).isEqualTo(20);
        assertThat(history.momentAfter(0, 1)).isEqualTo(25);
        assertThat(history.momentAfter(0, 2)).isEqualTo(20);

        EncodedHistories timeless =
                EncodedHistories.one(new int[] {1}, new float[1], new long[] {10}, UNKNOWN);
        assertThat(timeless.age(0, 0)).isEqualTo(UNKNOWN);
    }

    @Test
    void aGapIsTheNumberOfBinaryDigitsOfItsSeconds() {
        assertThat(Gap.code(UNKNOWN, 5)).isZero();
        assertThat(Gap.code(5, UNKNOWN)).isZero();
        assertThat(Gap.code(5, 5)).isZero();
        assertThat(Gap.code(6, 5)).isZero();
        assertThat(Gap.code(5, 6)).isOne();
        assertThat(Gap.code(0, 3)).isEqualTo(2);
        assertThat(Gap.code(0, 4)).isEqualTo(3);
        assertThat(Gap.code(0, 1L << 40)).isEqualTo(Gap.CODES - 1);
    }

    @Test
    void theGapAfterTheLastEventReachesToTheRequest() {
        EncodedHistories history =
                EncodedHistories.one(
                        new int[] {3, 0, 4}, new float[3], new long[] {10, 11, 12}, 20);

        assertThat(history.size(0)).isEqualTo(2);
        assertThat(history.gapBefore(0, 0)).isZero();
        assertThat(history.gapBefore(0, 1)).isEqualTo(Gap.code(10, 12));
        assertThat(history.gapAfter(0, 0)).isEqualTo(Gap.code(10, 12));
        assertThat(history.gapAfter(0, 1)).isEqualTo(Gap.code(12, 20));
    }

    private static EncodedHistories numbered(int events) {
        int[] others = IntStream.rangeClosed(1, events).toArray();
        float[] values = new float[events];
        long[] times = new long[events];
        for (int event = 0; event < events; event++) {
            values[event] = 10 + event;
            times[event] = 100L + event;
        }
        return EncodedHistories.one(others, values, times, 7);
    }

    @Test
    void eventsWithoutAnOrderAreTurnedSoThatEachIsOnceTheLast() {
        EncodedHistories turned = numbered(5).turned(2);

        assertThat(turned.rows()).isEqualTo(3);
        assertThat(turned.others()).containsExactly(1, 2, 3, 4, 5, 1, 2, 4, 5, 3, 1, 2, 5, 3, 4);
        assertThat(turned.values()).startsWith(10, 11, 12, 13, 14, 10, 11, 13, 14, 12);
        assertThat(turned.times()).startsWith(100, 101, 102, 103, 104, 100, 101, 103);
        assertThat(turned.gapAfter(2, 14)).isEqualTo(Gap.code(103, 7));
    }

    @Test
    void ofManyEventsWithoutAnOrderEightTurnsAreEnough() {
        EncodedHistories turned = numbered(40).turned(0);

        assertThat(turned.rows()).isEqualTo(8);
        assertThat(IntStream.range(0, 8).map(row -> turned.others()[turned.start(row)]))
                .containsExactly(1, 6, 11, 16, 21, 26, 31, 36);
    }

    @Test
    void whatIsOrderedOrAloneIsReadOnce() {
        assertThat(numbered(5).turned(5).others()).containsExactly(1, 2, 3, 4, 5);
        assertThat(numbered(5).turned(4).rows()).isEqualTo(1);
        assertThat(EncodedHistories.none(1).turned(0).rows()).isEqualTo(1);
    }

    @Test
    void chosenRowsBringTheirEvents() {
        EncodedHistories chosen =
                EncodedHistories.ofUsers(interactions(), 4).select(new int[] {2, 3, 1});

        assertThat(chosen.rows()).isEqualTo(3);
        assertThat(chosen.others()).containsExactly(8, 7, 8);
        assertThat(chosen.times()).containsExactly(100, 300, 10);
        assertThat(chosen.gapAfter(0, 1)).isZero();
    }
}
