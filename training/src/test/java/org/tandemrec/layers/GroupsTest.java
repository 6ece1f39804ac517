package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GroupsTest {
    @Test
    void listsKeysAndTheirPositionsInAscendingOrder() {
        Groups groups = new Groups(10, 8);
        groups.sort(new int[] {5, 2, 5, 0, 2, 5}, 6);
        assertThat(groups.size()).isEqualTo(3);
        assertThat(new int[] {groups.key(0), groups.key(1), groups.key(2)})
                .containsExactly(0, 2, 5);
        assertThat(positionsOf(groups, 0)).containsExactly(3);
        assertThat(positionsOf(groups, 1)).containsExactly(1, 4);
        assertThat(positionsOf(groups, 2)).containsExactly(0, 2, 5);
        assertThat(groups.groupOf(4)).isEqualTo(1);
    }

    @Test
    void canBeFilledAnew() {
        Groups groups = new Groups(4, 3);
        groups.sort(new int[] {0, 1, 2, 2}, 4);
        groups.sort(new int[] {1, 1, 0, 0}, 2);
        assertThat(groups.size()).isEqualTo(1);
        assertThat(groups.key(0)).isEqualTo(1);
        assertThat(positionsOf(groups, 0)).containsExactly(0, 1);
    }

    private static int[] positionsOf(Groups groups, int group) {
        int[] positions = new int[groups.end(group) - groups.start(group)];
        for (int at = 0; at < positions.length; at++) {
            positions[at] = groups.position(groups.start(group) + at);
        }
        return positions;
    }
}
