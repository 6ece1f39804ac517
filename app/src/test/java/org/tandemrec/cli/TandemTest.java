package org.tandemrec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TandemTest {
    @Test
    void anUnknownCommandIsTheCallersMistake() {
        assertThat(Tandem.run("recomend")).isEqualTo(2);
    }

    @Test
    void helpAndVersionSucceed() {
        assertThat(Tandem.run("--help")).isZero();
        assertThat(Tandem.run("--version")).isZero();
    }
}
