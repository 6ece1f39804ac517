package org.tandemrec.layers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodesTest {
    @Test
    void aListEndsWhereItsPaddingBegins() {
        Codes lists = Samples.lists(new int[] {3, 1, 0}, new int[] {0, 0, 0}, new int[] {1, 2, 3});
        assertThat(lists.length(0)).isEqualTo(2);
        assertThat(lists.length(1)).isZero();
        assertThat(lists.length(2)).isEqualTo(3);
    }

    @Test
    void aSingleCodeCountsEvenWhenUnknown() {
        Codes singles = Codes.singles(2);
        singles.addUnknown();
        assertThat(singles.length(0)).isOne();
        assertThat(singles.at(0, 0)).isZero();
    }

    @Test
    void anUnknownRowForgetsWhatWasThere() {
        Codes lists = Codes.lists(1, 2);
        lists.add(new int[] {4, 5}, 0);
        lists.clear();
        lists.addUnknown();
        assertThat(lists.rows()).isOne();
        assertThat(lists.length(0)).isZero();
    }
}
