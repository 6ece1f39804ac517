package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventListsTest {
    private final EventLists lists =
            EventLists.of(
                    new int[] {2, 0, 2, 2, 0},
                    new int[] {4, 1, 3, 3, 5},
                    new int[] {1, 0, 1, 0, 0},
                    4);

    private int[] meetings(int owner) {
        return IntStream.range(lists.start(owner), lists.end(owner)).map(lists::meeting).toArray();
    }

    @Test
    void everyOwnerHasItsMeetingsByLevelAndThenByWhoWasMet() {
        assertThat(lists.rows()).isEqualTo(4);
        assertThat(meetings(0)).containsExactly(1, 4);
        assertThat(meetings(2)).containsExactly(3, 2, 0);
        assertThat(lists.longest()).isEqualTo(3);
    }

    @Test
    void whoMetNobodyHasAnEmptyList() {
        assertThat(meetings(1)).isEmpty();
        assertThat(meetings(3)).isEmpty();
    }

    @Test
    void aPlaceSaysWhoWasMetAndAtWhichLevel() {
        int last = lists.end(2) - 1;
        assertThat(lists.other(last)).isEqualTo(4);
        assertThat(lists.level(last)).isOne();
    }

    @Test
    void thereMayBeNoMeetings() {
        EventLists none = EventLists.of(new int[0], new int[0], new int[0], 2);
        assertThat(none.rows()).isEqualTo(2);
        assertThat(none.longest()).isZero();
    }
}
